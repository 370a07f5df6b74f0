"""Take files of programs in the core's own form: look first, then all or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from rounds.web.history.actions import record
from rounds.web.programs.actions.keeping import mark_changed
from rounds.web.programs.bridge.content import Told
from rounds.web.programs.models import Program, RequirementVersion, RuleOrigin, RuleState

BATCH = 500


@dataclass(slots=True)
class Report:
    """What files would do, or did. ``conflicts`` are left as the desk wrote them."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: int = 0
    conflicts: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        return {
            "new": len(self.new),
            "changed": len(self.changed),
            "same": self.same,
            "conflicts": len(self.conflicts),
        }


@dataclass(slots=True)
class _Plan:
    """What is to be written: programs, versions, and the versions they supersede."""

    report: Report = field(default_factory=Report)
    programs: list[Program] = field(default_factory=list)
    renamed: list[Program] = field(default_factory=list)
    versions: list[RequirementVersion] = field(default_factory=list)
    superseded: list[RequirementVersion] = field(default_factory=list)


def preview_programs(*, told: Sequence[Told], at: datetime) -> Report:
    """What importing would do; nothing is written."""
    return _planned(told, at).report


@transaction.atomic
def import_programs(*, told: Sequence[Told], by: str, at: datetime) -> Report:
    """New programs with their rules published; known ones get a new version where rules differ.

    What the desk has written itself is never overwritten: it is listed as a conflict.
    """
    plan = _planned(told, at)
    Program.objects.bulk_create(plan.programs, batch_size=BATCH)
    Program.objects.bulk_update(plan.renamed, [*NAMED, "version"], batch_size=BATCH)
    RequirementVersion.objects.bulk_update(plan.superseded, ["state", "ended_at"], batch_size=BATCH)
    RequirementVersion.objects.bulk_create(plan.versions, batch_size=BATCH)
    record(actor=by, verb="imported_programs", object="programs", at=at, payload=plan.report.counts)
    mark_changed(at=at)
    return plan.report


def _planned(told: Sequence[Told], at: datetime) -> _Plan:
    codes = [one.program.id for one in told]
    rows = {row.code: row for row in Program.objects.filter(code__in=codes)}
    versions: dict[str, list[RequirementVersion]] = {}
    for version in RequirementVersion.objects.filter(program__code__in=codes).select_related():
        versions.setdefault(version.program.code, []).append(version)
    plan = _Plan()
    for one in told:
        _plan_one(plan, one, rows.get(one.program.id), versions.get(one.program.id, ()), at)
    return plan


def _plan_one(
    plan: _Plan,
    told: Told,
    row: Program | None,
    versions: Sequence[RequirementVersion],
    at: datetime,
) -> None:
    name = f"{told.program.id} ({told.program.name})"
    if row is None:
        row = Program(code=told.program.id, **_named(told))
        plan.programs.append(row)
        plan.versions.append(_version(row, told, 1, at))
        plan.report.new.append(name)
        return
    new = _version(row, told, max((one.number for one in versions), default=0) + 1, at)
    published = [one for one in versions if one.state == RuleState.PUBLISHED]
    replaced = [one for one in published if one.season_year == new.season_year]
    is_renamed = any(getattr(row, key) != value for key, value in _named(told).items())
    is_same = any(one.rule_hash == new.rule_hash for one in replaced)
    if is_same and not is_renamed:
        plan.report.same += 1
    elif row.version > 1 or any(one.origin == RuleOrigin.DESK for one in versions):
        plan.report.conflicts.append(name)
    else:
        plan.report.changed.append(name)
        if is_renamed:
            _rename(plan, row, told)
        if not is_same:
            _supersede(plan, replaced, at)
            plan.versions.append(new)


def _rename(plan: _Plan, row: Program, told: Told) -> None:
    for key, value in _named(told).items():
        setattr(row, key, value)
    plan.renamed.append(row)


def _supersede(plan: _Plan, versions: Iterable[RequirementVersion], at: datetime) -> None:
    for version in versions:
        version.state, version.ended_at = RuleState.SUPERSEDED, at
        plan.superseded.append(version)


NAMED = ("name", "specialty", "state_code", "city", "acgme_id", "nrmp_code", "is_fictional")


def _named(told: Told) -> dict[str, str | bool]:
    one = told.program
    values = (
        one.name, one.specialty, one.state, one.city, one.acgme_id, one.nrmp_code, one.is_fictional,
    )  # fmt: skip
    return dict(zip(NAMED, values, strict=True))


def _version(row: Program, told: Told, number: int, at: datetime) -> RequirementVersion:
    source = told.program.source
    version = RequirementVersion(
        program=row,
        number=number,
        state=RuleState.PUBLISHED,
        origin=RuleOrigin.FILE,
        source_url=source.url,
        via=source.via,
        read_on=source.read_on,
        as_of=source.as_of,
        season_year=told.season_year,
        content=told.content,
        made_at=at,
        published_at=at,
    )
    version.rule_hash = version.hash_of_rules()
    return version
