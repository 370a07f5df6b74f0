"""Entries of a list that others keep into the catalog; their raw text is kept whole.

An entry that the list no longer has, or no longer stands for, stays as a row and leaves the search.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from rounds.web.catalog.actions.imports.report import (
    Change,
    Line,
    Outcome,
    Report,
    changes_of,
    for_history,
    refused,
)
from rounds.web.catalog.actions.keeping import ref_of
from rounds.web.catalog.importers.listings import Entry, ListingFile
from rounds.web.catalog.models import Listing
from rounds.web.history.actions import record_all

LISTED_COLUMNS = (
    "title", "listed_as", "kind", "specialty", "city", "state_code", "url", "raw", "findings",
)  # fmt: skip
WRITTEN = (*LISTED_COLUMNS, "read_on", "gone_on")
BATCH = 500


@dataclass(frozen=True, slots=True)
class _Plan:
    lines: list[Line]
    new: list[Listing] = field(default_factory=list)
    changed: list[tuple[Listing, tuple[Change, ...]]] = field(default_factory=list)
    gone: list[Listing] = field(default_factory=list)


def preview_listings(*, file: ListingFile, source: str) -> Report:
    """What importing would do; nothing is written."""
    return _report(file, _plan(file, source, Listing.objects.filter(source=source)))


@transaction.atomic
def import_listings(
    *, file: ListingFile, source: str, by: str, read_on: date, at: datetime
) -> Report:
    """Write all of it or nothing; ``source`` is the name of the list."""
    rows = Listing.objects.select_for_update().filter(source=source)
    plan = _plan(file, source, rows)
    for entry in plan.new:
        entry.read_on = read_on
    for entry, _ in plan.changed:
        entry.read_on, entry.gone_on = max(entry.read_on, read_on), None
    for entry in plan.gone:
        entry.gone_on = read_on
    Listing.objects.bulk_create(plan.new, batch_size=BATCH)
    Listing.objects.bulk_create(
        [*(entry for entry, _ in plan.changed), *plan.gone],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=WRITTEN,
    )
    _tell_history(plan, by, at)
    return _report(file, plan)


def _report(file: ListingFile, plan: _Plan) -> Report:
    rows = len(file.entries) + len(file.rejected)
    touched = len(plan.new) + len(plan.changed)
    return Report(rows, len(file.entries) - touched, tuple(plan.lines))


def _plan(file: ListingFile, source: str, rows: Iterable[Listing]) -> _Plan:
    known = {row.source_id: row for row in rows}
    plan = _Plan(refused(file.rejected))
    for entry in file.entries:
        _take(entry, known.pop(entry.source_id, None), source, plan)
        plan.lines.extend(
            Line(Outcome.NOTED, entry.title, line=entry.line, reason=finding)
            for finding in entry.findings
        )
    for row in known.values():
        if row.gone_on is None:
            plan.gone.append(row)
            plan.lines.append(Line(Outcome.GONE, row.title))
    return plan


def _take(entry: Entry, row: Listing | None, source: str, plan: _Plan) -> None:
    told = _told(entry)
    if row is None:
        plan.new.append(Listing(source=source, source_id=entry.source_id, **told))
        plan.lines.append(Line(Outcome.NEW, entry.title, line=entry.line))
        return
    now = {name: getattr(row, name) for name in LISTED_COLUMNS}
    changes = changes_of(_flat(now), _flat(told))
    if row.gone_on is not None:
        changes = (*changes, Change("gone_on", row.gone_on, None))
    if not changes:
        return
    plan.changed.append((row, changes))
    plan.lines.append(Line(Outcome.CHANGED, entry.title, line=entry.line, changes=changes))
    for name, value in told.items():
        setattr(row, name, value)


def _told(entry: Entry) -> dict[str, object]:
    told = {name: getattr(entry, name) for name in LISTED_COLUMNS}
    return {**told, "findings": list(entry.findings)}


def _flat(told: Mapping[str, object]) -> dict[str, object]:
    """The raw text cell by cell, so that a change names its column."""
    raw = told["raw"]
    cells = raw if isinstance(raw, Mapping) else {}
    own = {name: value for name, value in told.items() if name != "raw"}
    return {**own, **{f"raw.{name}": value for name, value in cells.items()}}


def _tell_history(plan: _Plan, by: str, at: datetime) -> None:
    new = [(ref_of(row), {"source": row.source, "raw": row.raw}) for row in plan.new]
    changed = [
        (ref_of(row), {"source": row.source, "changes": for_history(changes)})
        for row, changes in plan.changed
    ]
    gone = [(ref_of(row), {"source": row.source}) for row in plan.gone]
    for verb, told in (("imported", new), ("followed_source", changed), ("gone", gone)):
        record_all(actor=by, verb=verb, at=at, told=told)
