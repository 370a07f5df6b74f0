"""Every program with its published rules, read once and kept in memory until a rule changes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from django.db import connection

from rounds.core.collector import collector_paused
from rounds.core.eligibility import programs as core
from rounds.core.eligibility.rules import Rule
from rounds.core.seasons import Season
from rounds.web.programs.bridge.content import program_with, program_without_rules
from rounds.web.programs.models import Program, RequirementVersion, RuleMark, RuleState

Key = tuple[object, ...]  # what names a program, and the hash of its rules
NAMED = ("code", "name", "specialty", "state_code", "city", "acgme_id", "nrmp_code", "is_fictional")
FEW = 500


@dataclass(frozen=True, slots=True)
class Ruled:
    """One program's row with its published rules, each under the season its source speaks of."""

    row: Program
    rules: tuple[tuple[RequirementVersion, core.Program], ...]
    bare: core.Program

    def version_for(self, season: Season) -> RequirementVersion | None:
        """The version that speaks for a season: the newest not meant for a later one.

        A source that names no season comes after all that do; rules for a later season are
        better than none, and the core calls them not current.
        """
        chosen = self._chosen(season)
        return chosen[0] if chosen else None

    def program_for(self, season: Season) -> core.Program:
        """The program with those rules; without any rule when nobody has published one."""
        chosen = self._chosen(season)
        return chosen[1] if chosen else self.bare

    def _chosen(self, season: Season) -> tuple[RequirementVersion, core.Program] | None:
        if len(self.rules) < 2:
            return self.rules[0] if self.rules else None
        return min(self.rules, key=lambda one: _rank(one[0].season_year, season.year))


def _rank(year: int | None, wanted: int) -> tuple[int, int]:
    if year is None:
        return (1, 0)
    return (0, wanted - year) if year <= wanted else (2, year - wanted)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All programs by name. ``mark`` is the state of the rules it was read at."""

    mark: int
    programs: tuple[Ruled, ...]
    by_pk: dict[int, Ruled]


@dataclass(slots=True)
class _Kept:
    """Of one database: the shelf, what was read for it, and the trees programs share."""

    shelf: Shelf | None = None
    read: dict[Key, core.Program] = field(default_factory=dict)
    trees: dict[Rule, Rule] = field(default_factory=dict)


_kept: dict[str, _Kept] = {}
_reading = Lock()


def shelf() -> Shelf:
    """The shelf as of the last change; one query when nothing has changed since it was read."""
    mark = RuleMark.objects.values_list("number", flat=True).first()
    name = str(connection.settings_dict["NAME"])
    found = _kept.setdefault(name, _Kept()).shelf
    if mark is None:  # nothing was ever kept here
        return _read(_Kept(), 0)
    if found is None or found.mark != mark:
        with _reading, collector_paused():
            found = _kept[name].shelf = _read(_kept[name], mark)
    return found


def _read(kept: _Kept, mark: int) -> Shelf:
    """Only rules not met before are fetched whole and read by the core."""
    rows = list(Program.objects.all())
    versions: dict[int, list[RequirementVersion]] = {}
    published = RequirementVersion.objects.filter(state=RuleState.PUBLISHED).defer("content")
    for version in published.order_by("program_id", "-number"):
        versions.setdefault(version.program_id, []).append(version)
    wanted = {_key(row, one): (row, one) for row in rows for one in versions.get(row.pk, ())}
    _read_new(kept, {key: pair for key, pair in wanted.items() if key not in kept.read})
    for key in set(kept.read) - set(wanted):
        del kept.read[key]
    ruled = tuple(_ruled(row, versions.get(row.pk, ()), kept) for row in rows)
    return Shelf(mark, ruled, {one.row.pk: one for one in ruled})


def _read_new(kept: _Kept, wanted: dict[Key, tuple[Program, RequirementVersion]]) -> None:
    numbers = [version.pk for _, version in wanted.values()]
    whole = RequirementVersion.objects.all()
    if len(numbers) <= FEW:
        whole = whole.filter(pk__in=numbers)
    contents = dict(whole.filter(state=RuleState.PUBLISHED).values_list("pk", "content"))
    for key, (row, version) in wanted.items():
        version.content = contents[version.pk]
        kept.read[key] = program_with(row, version, kept.trees)


def _ruled(row: Program, versions: Iterable[RequirementVersion], kept: _Kept) -> Ruled:
    rules = tuple((version, kept.read[_key(row, version)]) for version in versions)
    return Ruled(row, rules, program_without_rules(row))


def _key(row: Program, version: RequirementVersion) -> Key:
    return (*(getattr(row, name) for name in NAMED), version.rule_hash)


def published_programs(season: Season) -> tuple[core.Program, ...]:
    """What the planner and the judge eat: every program that has published rules, by its code.

    A program without any rule is left out: nothing a person does can open its door.
    """
    found = (one.program_for(season) for one in shelf().programs if one.rules)
    return tuple(sorted(found, key=lambda program: program.id))
