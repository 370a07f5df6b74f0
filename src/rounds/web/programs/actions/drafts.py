"""Write a new version of a program's rules: begin it, change it step by step, throw it away."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import datetime
from typing import Any  # kept JSON is untyped until the core has checked it

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.keeping import changed_meanwhile, note
from rounds.web.programs.bridge.diff import differences
from rounds.web.programs.bridge.drafts import season_of_source
from rounds.web.programs.models import Program, RequirementVersion, RuleOrigin, RuleState

SOURCE = ("source_url", "source_name", "via", "read_on", "as_of")
Content = dict[str, Any]


@transaction.atomic
def start_draft(
    *, program: Program, like: RequirementVersion | None, by: User, at: datetime
) -> RequirementVersion:
    """Begin a draft, empty or as a copy of a version; a program has one draft at a time."""
    row = Program.objects.select_for_update().get(pk=program.pk)
    if row.versions.filter(state=RuleState.DRAFT).exists():
        raise Refusal("draft_exists", "There is a draft already; go on with it or discard it.")
    latest = row.versions.order_by("-number").first()
    draft = RequirementVersion(
        program=row,
        number=latest.number + 1 if latest else 1,
        origin=RuleOrigin.DESK,
        made_at=at,
        content=deepcopy(like.content) if like else {},
    )
    for name in SOURCE:
        setattr(draft, name, getattr(like, name) if like else "")
    draft.season_year = season_of_source(draft)
    draft.save()
    copied = f"version {like.number}" if like else "nothing"
    note(row, "draft_begun", by=by.ref, at=at, number=draft.number, copied=copied)
    return draft


@transaction.atomic
def change_source(
    *,
    draft: RequirementVersion,
    values: Mapping[str, Any],
    version: int,
    by: User,
    at: datetime,
) -> RequirementVersion:
    """Where the rules were read; and, as ``coverage`` and ``notes``, what is said beside them."""

    def change(row: RequirementVersion) -> None:
        for name in SOURCE:
            setattr(row, name, values[name])
        row.content = _with(row.content, "coverage", values["coverage"])
        row.content = _with(row.content, "notes", values["notes"])

    return _change(draft, change, version=version, by=by, at=at)


@transaction.atomic
def change_clauses(
    *,
    draft: RequirementVersion,
    change: Callable[[list[Content]], list[Content]],
    version: int,
    by: User,
    at: datetime,
) -> RequirementVersion:
    """Add, change or take out a clause: ``change`` makes the new list out of a copy of the old."""

    def apply(row: RequirementVersion) -> None:
        clauses = change(deepcopy(row.content.get("requirement", [])))
        row.content = _with(row.content, "requirement", clauses)

    return _change(draft, apply, version=version, by=by, at=at)


def _with(content: Content, key: str, value: Any) -> Content:
    """The content with one part another; an empty part is left out."""
    left = {name: part for name, part in content.items() if name != key}
    return {**left, key: value} if value else left


def _change(
    draft: RequirementVersion,
    change: Callable[[RequirementVersion], None],
    *,
    version: int,
    by: User,
    at: datetime,
) -> RequirementVersion:
    row = locked_draft(draft, version=version)
    before = deepcopy(row)
    change(row)
    row.season_year = season_of_source(row)
    found = differences(before, row)
    is_same = not found and before.content == row.content
    if not is_same:
        row.version += 1
        row.save()
        told = {one.label: {"before": one.before, "after": one.after} for one in found}
        note(
            row.program, "draft_changed", by=by.ref, at=at,
            number=row.number, version=row.version, changes=told,
        )  # fmt: skip
    return row


def locked_draft(draft: RequirementVersion, *, version: int) -> RequirementVersion:
    """The draft as it is now, locked; refuses when somebody changed it since ``version``."""
    rows = RequirementVersion.objects.select_for_update().select_related("program")
    row = rows.filter(pk=draft.pk, state=RuleState.DRAFT).first()
    if row is None:
        raise Refusal("no_draft", "Somebody has published or discarded this draft meanwhile.")
    if row.version != version:
        raise changed_meanwhile(version)
    return row


@transaction.atomic
def discard_draft(*, draft: RequirementVersion, version: int, by: User, at: datetime) -> None:
    """Throw a draft away; what it said stays in history."""
    row = locked_draft(draft, version=version)
    told = {one.label: {"before": one.after, "after": ""} for one in differences(None, row)}
    note(row.program, "draft_discarded", by=by.ref, at=at, number=row.number, changes=told)
    row.delete()
