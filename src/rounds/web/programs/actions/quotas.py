"""Take in what the Match publishes, and join one of its codes to a program by a person's word."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.imports.report import Change, Line, Outcome, Report, refused
from rounds.web.history.actions import record
from rounds.web.kit.changes import changes
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.keeping import changed_meanwhile, mark_changed, note
from rounds.web.programs.importers.quotas import QuotaFile, YearOfCode
from rounds.web.programs.models import NrmpProgram, Program, Quota

BATCH = 2000
NAMED = ("program", "names", "city", "state_code", "specialty")


@dataclass(slots=True)
class _Plan:
    """What is to be written, and a line for each code that differs."""

    lines: list[Line]
    new: list[NrmpProgram] = field(default_factory=list)
    renamed: list[NrmpProgram] = field(default_factory=list)
    years: list[tuple[str, YearOfCode]] = field(default_factory=list)
    same: int = 0


def preview_quotas(*, file: QuotaFile) -> Report:
    """What importing would do; nothing is written."""
    return _report(file, _planned(file))


@transaction.atomic
def import_quotas(*, file: QuotaFile, source: str, read_on: date, by: str, at: datetime) -> Report:
    """Codes with their years; a year known otherwise follows the file, and history says so."""
    plan = _planned(file)
    NrmpProgram.objects.bulk_create(plan.new, batch_size=BATCH)
    NrmpProgram.objects.bulk_update(plan.renamed, NAMED, batch_size=BATCH)
    numbers = dict(NrmpProgram.objects.values_list("code", "pk"))
    Quota.objects.bulk_create(
        [
            Quota(
                nrmp_id=numbers[code],
                year=one.year,
                offered=one.offered,
                filled=one.filled,
                source=source,
                read_on=read_on,
            )
            for code, one in plan.years
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["nrmp", "year"],
        update_fields=["offered", "filled", "source", "read_on"],
    )
    report = _report(file, plan)
    told = {"source": source, "rows": report.rows, **report.counts}
    record(actor=by, verb="quotas_imported", object="quotas", at=at, payload=told)
    return report


def _report(file: QuotaFile, plan: _Plan) -> Report:
    return Report(file.rows, plan.same, tuple(plan.lines))


def _planned(file: QuotaFile) -> _Plan:
    rows = {row.code: row for row in NrmpProgram.objects.all()}
    kept: dict[str, dict[int, tuple[int, int]]] = {}
    told = Quota.objects.values_list("nrmp__code", "year", "offered", "filled")
    for code, year, offered, filled in told.iterator(chunk_size=BATCH):
        kept.setdefault(code, {})[year] = (offered, filled)
    plan = _Plan(refused(file.rejected))
    by_code: dict[str, list[YearOfCode]] = {}
    for one in file.years:
        by_code.setdefault(one.code, []).append(one)
    for code, years in sorted(by_code.items()):
        _take(plan, sorted(years, key=lambda one: -one.year), rows.get(code), kept.get(code, {}))
    return plan


def _take(
    plan: _Plan, years: list[YearOfCode], row: NrmpProgram | None, kept: dict[int, tuple[int, int]]
) -> None:
    newest = years[0]
    what = f"{newest.code} {newest.program}, {newest.institution}"
    differing = [one for one in years if kept.get(one.year) != (one.offered, one.filled)]
    plan.same += len(years) - len(differing)
    plan.years.extend((one.code, one) for one in differing)
    if row is None:
        plan.new.append(_named(NrmpProgram(code=newest.code), years))
        plan.lines.append(Line(Outcome.NEW, what, line=newest.line))
        return
    before = {name: getattr(row, name) for name in NAMED}
    _named(row, years, known=max(kept, default=0))
    found = changes(before, {name: getattr(row, name) for name in NAMED})
    if found:
        plan.renamed.append(row)
    told = [
        *(Change(name, one["before"], one["after"]) for name, one in found.items()),
        *(_change(one, kept.get(one.year)) for one in differing),
    ]
    if told:
        line = Line(Outcome.CHANGED, what, line=newest.line, changes=tuple(told))
        plan.lines.append(line)


def _change(one: YearOfCode, before: tuple[int, int] | None) -> Change:
    told = f"{before[1]} of {before[0]}" if before else None
    return Change(str(one.year), told, f"{one.filled} of {one.offered}")


def _named(row: NrmpProgram, years: list[YearOfCode], *, known: int = 0) -> NrmpProgram:
    """The names of the newest year, unless a newer one is known; every institution name stays."""
    newest = years[0]
    names = [one.institution for one in years]
    if newest.year >= known:
        row.program, row.city = newest.program, newest.city
        row.state_code, row.specialty = newest.state_code, newest.specialty
        row.names = _once([*names, *row.names])
    else:
        row.names = _once([*row.names, *names])
    return row


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


@transaction.atomic
def join_code(*, program: Program, code: str, version: int, by: User, at: datetime) -> Program:
    """A person says that a code of the Match is this program's; nothing else ever joins them."""
    row = Program.objects.select_for_update().get(pk=program.pk)
    if row.version != version:
        raise changed_meanwhile(version)
    if not NrmpProgram.objects.filter(code=code).exists():
        raise Refusal("no_code", "No such code of the Match is known here.")
    if other := Program.objects.filter(nrmp_code=code).exclude(pk=row.pk).first():
        raise Refusal("taken", f"{other.name} has this NRMP code; correct one of the two first.")
    found = changes({"nrmp_code": row.nrmp_code}, {"nrmp_code": code})
    row.nrmp_code, row.version = code, row.version + 1
    row.save(update_fields=["nrmp_code", "version", "changed_at"])
    note(row, "changed", by=by.ref, at=at, version=row.version, changes=found)
    mark_changed(at=at)
    return row
