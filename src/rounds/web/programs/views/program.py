"""The page of one program, and the weight a person gives it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.accounts.models import User
from rounds.web.dossier.bridge import next_season
from rounds.web.programs.actions.stars import weigh
from rounds.web.programs.bridge.judging import facts_for
from rounds.web.programs.bridge.listing import freshness
from rounds.web.programs.bridge.page import shown
from rounds.web.programs.bridge.shelf import Ruled, shelf
from rounds.web.programs.forms.weight import WEIGHTS, WeightForm
from rounds.web.programs.queries.quotas import quotas_of, shares_of
from rounds.web.programs.queries.stars import weights_by_program


def ruled(code: str) -> Ruled:
    """The program of an address; a page that does not exist for any other."""
    for one in shelf().programs:
        if one.row.code == code:
            return one
    raise Http404


@require_safe
def program(request: HttpRequest, code: str) -> HttpResponse:
    one, season = ruled(code), next_season(timezone.localdate())
    person = request.user if isinstance(request.user, User) else None
    facts = facts_for(person, season) if person else None
    weight = weights_by_program(person).get(one.row.pk, 1) if person else 1
    told = {
        "row": one.row,
        "season": season,
        "version": one.version_for(season),
        "freshness": freshness(one, season),
        "shown": shown(one.program_for(season), season, facts),
        "quotas": quotas_of(one.row),
        "share": next(iter(shares_of(one.row)), None),
        "weight_form": WeightForm(initial={"weight": weight}) if person else None,
    }
    return render(request, "programs/program.html", told)


@require_POST
@signed_in
def give_weight(request: PersonRequest, code: str) -> HttpResponse:
    """Works without scripts: posted, and back to where it came from."""
    one = ruled(code)
    form = WeightForm(request.POST)
    if form.is_valid():
        weight = weigh(
            program=one.row,
            user=request.user,
            weight=form.cleaned_data["weight"],
            at=timezone.now(),
        )
        messages.success(request, f"{one.row.name}: {dict(WEIGHTS)[weight].lower()}.")
    else:
        messages.error(request, "Choose one of the weights. Nothing was changed.")
    return redirect(_back(request) or one.row.address)


def _back(request: HttpRequest) -> str:
    """Where the form was sent from, if that is a page of ours."""
    wanted = request.POST.get("back", "")
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}
    )
    return wanted if is_ours else ""
