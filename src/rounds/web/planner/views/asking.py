"""My plans, and the form for another one."""

from datetime import date
from typing import Any  # a form's initial values

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from rounds.core.seasons import Season
from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.dossier.bridge import facts_of, seasons_ahead
from rounds.web.kit.refusal import Refusal
from rounds.web.planner.actions.asking import ask_for_plan
from rounds.web.planner.bridge.wishes import asked_again
from rounds.web.planner.forms.asking import AskForm, answers_of, first_answers
from rounds.web.planner.queries.plans import plans_of
from rounds.web.programs.queries.stars import weights_of


@require_safe
@signed_in
def plans(request: PersonRequest) -> HttpResponse:
    """Every plan of the person, saved ones first."""
    found = list(plans_of(user=request.user))
    told = {
        "saved": [plan for plan in found if plan.is_saved],
        "others": [plan for plan in found if not plan.is_saved],
    }
    return render(request, "planner/plans.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def ask(request: PersonRequest) -> HttpResponse:
    """The form, filled in as far as Rounds can; posted, it makes a plan."""
    today = timezone.localdate()
    seasons = seasons_ahead(today)
    form = AskForm(
        request.POST or None,
        seasons=seasons,
        today=today,
        initial=_initial(request, seasons[0], today),
    )
    weights = weights_of(request.user)
    if request.method == "POST" and form.is_valid():
        try:
            plan = ask_for_plan(
                user=request.user, asked=form.asked(weights=weights), at=timezone.now()
            )
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(plan.address)
    told = {
        "form": form,
        "dossier": facts_of(request.user, seasons[0]),
        "starred": sum(weight > 1 for _, weight in weights),
        "ignored": sum(weight == 0 for _, weight in weights),
    }
    return render(request, "planner/ask.html", told, status=400 if form.errors else 200)


def _initial(request: PersonRequest, season: Season, today: date) -> dict[str, Any]:
    """The answers of an earlier plan of the person, or good first ones."""
    earlier = request.GET.get("like", "")
    plan = plans_of(user=request.user).filter(pk=earlier).first() if earlier.isdecimal() else None
    if plan is None:
        return first_answers(season, today=today)
    return answers_of(asked_again(plan.wishes, season_year=plan.season_year))
