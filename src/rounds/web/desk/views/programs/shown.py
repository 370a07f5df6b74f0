"""The page of one program at the desk: what is published, what is drafted, what was."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability, can
from rounds.web.desk.forms.decisions import WhyForm
from rounds.web.desk.queries import history_of
from rounds.web.desk.views.editing import READING_AND_WRITING
from rounds.web.desk.views.words import lines_of
from rounds.web.dossier.bridge import next_season
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.publishing import roll_back, withdraw_version
from rounds.web.programs.bridge.diff import differences
from rounds.web.programs.bridge.drafts import clauses_of
from rounds.web.programs.bridge.listing import freshness
from rounds.web.programs.bridge.shelf import shelf
from rounds.web.programs.models import Program, RequirementVersion, RuleState
from rounds.web.programs.queries.desk import versions_of, waiting_reports
from rounds.web.programs.queries.quotas import quotas_of, shares_of

A_PAGE = 50
WITHDRAW, BACK = "withdraw", "back"


@require_safe
@staff(Capability.SEE_DESK)
def program(request: PersonRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Program, pk=pk)
    season = next_season(timezone.localdate())
    ruled = shelf().by_pk.get(pk)
    versions = versions_of(row)
    told = {
        "program": row,
        "season": season,
        "freshness": freshness(ruled, season) if ruled else "none",
        "version": ruled.version_for(season) if ruled else None,
        "versions": versions,
        "draft": next((one for one in versions if one.state == RuleState.DRAFT), None),
        "quotas": quotas_of(row),
        "shares": shares_of(row),
        "reports": waiting_reports().filter(program=row),
        "can_keep": can(request.user, Capability.KEEP_CATALOG),
        "can_see_history": can(request.user, Capability.SEE_HISTORY),
    }
    return render(request, "desk/programs/program.html", told)


@require_safe
@staff(Capability.SEE_DESK)
def history(request: PersonRequest, pk: int) -> HttpResponse:
    if not can(request.user, Capability.SEE_HISTORY):
        raise PermissionDenied
    row = get_object_or_404(Program, pk=pk)
    page = Paginator(history_of(row.ref), A_PAGE).get_page(request.GET.get("page"))
    told = {"program": row, "page": page, "lines": lines_of(page.object_list)}
    return render(request, "desk/programs/history.html", told)


def _version(pk: int, number: int) -> RequirementVersion:
    rows = RequirementVersion.objects.select_related("program")
    return get_object_or_404(rows, program=pk, number=number)


@require_safe
@staff(Capability.SEE_DESK)
def version(request: PersonRequest, pk: int, number: int) -> HttpResponse:
    """One version in words, and what differs from another one (``?against=2``)."""
    one = _version(pk, number)
    others = [other for other in versions_of(one.program) if other.number != number]
    against = _against(request, one, others)
    told = {
        "program": one.program,
        "version": one,
        "clauses": clauses_of(one),
        "others": others,
        "against": against,
        "differences": differences(against, one) if against else [],
        "caption": f"From version {against.number} to version {number}" if against else "",
        "can_keep": can(request.user, Capability.KEEP_CATALOG),
    }
    return render(request, "desk/programs/version.html", told)


def _against(
    request: PersonRequest, one: RequirementVersion, others: list[RequirementVersion]
) -> RequirementVersion | None:
    """The version asked for, else the one before."""
    asked = request.GET.get("against", "")
    if asked.isdecimal():
        return next((other for other in others if other.number == int(asked)), None)
    return next((other for other in others if other.number < one.number), None)


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def end(request: PersonRequest, pk: int, number: int, way: str) -> HttpResponse:
    """Withdraw a version, or publish again what an earlier one said; both ask why."""
    one = _version(pk, number)
    fits = one.state == RuleState.PUBLISHED if way == WITHDRAW else one.state in ENDED
    if not fits:
        raise Http404
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        verb = withdraw_version if way == WITHDRAW else roll_back
        try:
            verb(version=one, why=form.cleaned_data["why"], by=request.user, at=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, SAID[way].format(number))
            return redirect("desk:program", pk)
    told = {"program": one.program, "version": one, "form": form, "is_withdrawal": way == WITHDRAW}
    return render(request, "desk/programs/end.html", told, status=400 if form.errors else 200)


ENDED = (RuleState.SUPERSEDED, RuleState.WITHDRAWN)
SAID = {
    WITHDRAW: "Version {} is withdrawn. Doors are judged without it.",
    BACK: "What version {} said is published again, as a new version.",
}
