"""The draft of a program's rules: begin it, its source, what is wrong, publish, discard."""

from dataclasses import dataclass
from typing import Any  # what was sent is of every type

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability, can
from rounds.web.desk.forms.programs.rules import SourceForm, VersionedForm
from rounds.web.desk.views.editing import READING_AND_WRITING, Meanwhile
from rounds.web.desk.views.words import lines_of
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.drafts import change_source, discard_draft, start_draft
from rounds.web.programs.actions.publishing import publish_draft
from rounds.web.programs.bridge.diff import differences
from rounds.web.programs.bridge.drafts import (
    Finding,
    clauses_of,
    findings_of,
    season_of_source,
    unread_topics,
)
from rounds.web.programs.models import Program, RequirementVersion, RuleState
from rounds.web.programs.queries.desk import draft_changes_since


@dataclass(frozen=True, slots=True)
class ToMend:
    """A finding, and the address where it is mended."""

    sentence: str
    address: str


def draft_of(pk: int) -> RequirementVersion:
    """The draft of a program; a page that does not exist when there is none."""
    rows = RequirementVersion.objects.select_related("program")
    return get_object_or_404(rows, program=pk, state=RuleState.DRAFT)


@require_POST
@staff(Capability.KEEP_CATALOG)
def start(request: PersonRequest, pk: int) -> HttpResponse:
    """Copies the version named (``like``), else the newest published one, else begins empty."""
    program = get_object_or_404(Program, pk=pk)
    told = request.POST.get("like", "")
    if told and not told.isdecimal():
        raise Http404
    like: RequirementVersion | None
    if told:
        like = get_object_or_404(program.versions, number=int(told))
    else:
        like = program.versions.filter(state=RuleState.PUBLISHED).order_by("-number").first()
    try:
        start_draft(program=program, like=like, by=request.user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return redirect("desk:draft", pk)


@require_safe
@staff(Capability.SEE_DESK)
def draft(request: PersonRequest, pk: int) -> HttpResponse:
    return _page(request, draft_of(pk))


def _page(
    request: PersonRequest, row: RequirementVersion, refusal: Refusal | None = None
) -> HttpResponse:
    season = season_of_source(row)
    published = row.program.versions.filter(state=RuleState.PUBLISHED, season_year=season).first()
    told = {
        "program": row.program,
        "draft": row,
        "season_of_source": season,
        "clauses": clauses_of(row),
        "mend": [_to_mend(row, one) for one in findings_of(row, on=timezone.localdate())],
        "unread": unread_topics(row),
        "published": published,
        "differences": differences(published, row),
        "refusal": refusal,
        "can_keep": can(request.user, Capability.KEEP_CATALOG),
    }
    return render(request, "desk/programs/draft.html", told, status=409 if refusal else 200)


def _to_mend(row: RequirementVersion, one: Finding) -> ToMend:
    pk = row.program_id
    if one.where == "clauses":
        return ToMend(one.sentence, reverse("desk:clause_add", args=[pk]))
    if one.where == "clause":
        names = [clause.id for clause in clauses_of(row)]
        address = reverse("desk:clause", args=[pk, names.index(one.clause)])
        return ToMend(f"Clause “{one.clause}”: {one.sentence}", address)
    return ToMend(one.sentence, reverse("desk:draft_source", args=[pk]))


@require_http_methods(READING_AND_WRITING)
@staff(Capability.KEEP_CATALOG)
def source(request: PersonRequest, pk: int) -> HttpResponse:
    row = draft_of(pk)
    form = SourceForm.of(row, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            change_source(
                draft=row,
                values=form.values,
                version=form.seen,
                by=request.user,
                at=timezone.now(),
            )
        except Refusal as refusal:
            return second_editor(
                request, row, SourceForm.of(row, knowing(request, row)), refusal, SOURCE_PAGE
            )
        messages.success(request, "Saved in the draft.")
        return redirect("desk:draft", pk)
    return shown(request, row, form, SOURCE_PAGE)


SOURCE_PAGE: dict[str, object] = {"title": "Source, date and silence"}


def knowing(request: PersonRequest, row: RequirementVersion) -> Any:
    """What was sent, under the draft's version as it is now."""
    sent = request.POST.copy()
    sent["version"] = str(row.version)
    return sent


def second_editor(
    request: PersonRequest,
    row: RequirementVersion,
    form: VersionedForm,
    refusal: Refusal,
    told: dict[str, object],
) -> HttpResponse:
    """Own input stays in the form; saving again, now knowingly, puts it over the current values."""
    if refusal.code != "changed_meanwhile":
        messages.error(request, refusal.sentence)
        return redirect("desk:program", row.program_id)
    seen = refusal.params.get("since", 0)
    version = seen if isinstance(seen, int) else 0
    lines = lines_of(draft_changes_since(draft=row, version=version))
    return shown(request, row, form, {**told, "meanwhile": Meanwhile(lines, [])}, status=409)


def shown(
    request: PersonRequest,
    row: RequirementVersion,
    form: VersionedForm,
    told: dict[str, object],
    status: int | None = None,
) -> HttpResponse:
    page = {"program": row.program, "draft": row, "form": form, **told}
    answer = status or (400 if form.is_bound and form.errors else 200)
    return render(request, "desk/programs/form.html", page, status=answer)


def version_sent(request: PersonRequest) -> int:
    told = request.POST.get("version", "")
    return int(told) if told.isdecimal() else 0


@require_POST
@staff(Capability.KEEP_CATALOG)
def publish(request: PersonRequest, pk: int) -> HttpResponse:
    row = draft_of(pk)
    try:
        publish_draft(
            draft=row,
            version=version_sent(request),
            by=request.user,
            at=timezone.now(),
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        return _page(request, draft_of(pk), refusal)
    messages.success(request, "Published. Everybody’s doors are judged by these rules now.")
    return redirect("desk:program", pk)


@require_POST
@staff(Capability.KEEP_CATALOG)
def discard(request: PersonRequest, pk: int) -> HttpResponse:
    try:
        discard_draft(
            draft=draft_of(pk), version=version_sent(request), by=request.user, at=timezone.now()
        )
    except Refusal as refusal:
        return _page(request, draft_of(pk), refusal)
    messages.success(request, "The draft is gone; what it said stays in the history.")
    return redirect("desk:program", pk)
