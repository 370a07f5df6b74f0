"""What the desk asks about programs: drafts, reports, and what history tells of a draft."""

from django.db.models import QuerySet

from rounds.web.history.models import Entry
from rounds.web.programs.models import (
    ChangeReport,
    Program,
    ReportState,
    RequirementVersion,
    RuleState,
)


def drafts() -> dict[int, int]:
    """The number of the draft version by program."""
    rows = RequirementVersion.objects.filter(state=RuleState.DRAFT)
    return dict(rows.values_list("program_id", "number"))


def versions_of(program: Program) -> list[RequirementVersion]:
    """Newest first, without the rules themselves."""
    return list(program.versions.defer("content").order_by("-number"))


def waiting_reports() -> QuerySet[ChangeReport]:
    """Oldest first, with the program each is about."""
    rows = ChangeReport.objects.filter(state=ReportState.WAITING)
    return rows.select_related("program", "reporter").order_by("made_at", "id")


def draft_changes_since(*, draft: RequirementVersion, version: int) -> list[Entry]:
    """What others did to a draft after an editor opened it, oldest first."""
    entries = Entry.objects.filter(object=draft.program.ref, verb="draft_changed")
    return [
        one
        for one in entries.order_by("at", "id")
        if one.payload.get("number") == draft.number and int(one.payload["version"]) > version
    ]
