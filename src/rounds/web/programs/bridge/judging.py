"""One person's doors: judged by the core, and compared with what was judged last."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from rounds import __version__
from rounds.core.collector import collector_paused
from rounds.core.eligibility.assess import Assessment, assess
from rounds.core.eligibility.verdict import Causes
from rounds.core.facts import ApplicantFacts
from rounds.core.seasons import Season
from rounds.core.vocabulary import Stage
from rounds.web.accounts.models import User
from rounds.web.dossier.bridge import facts_of
from rounds.web.programs.bridge.shelf import Ruled, Shelf, shelf
from rounds.web.programs.models import DoorSheet, DoorVerdict

__all__ = ["Doors", "Judged", "doors_of", "facts_for", "hash_of_facts", "judged", "kept_doors"]
BATCH = 2000
LATER = (Stage.INTERVIEW, Stage.RANK, Stage.START)


class Judged(NamedTuple):
    """A program's door for one person, as a row keeps it."""

    door: str
    causes: str
    later: str
    is_possible: bool
    rule_hash: str


@dataclass(frozen=True, slots=True)
class Doors:
    """Every door of one person for one season, by program.

    ``outdated`` are programs whose door was never judged, or by other facts, rules or another day.
    """

    season: Season
    facts: ApplicantFacts
    facts_hash: str
    by_program: dict[int, Judged]
    outdated: tuple[Ruled, ...]


def facts_for(user: User, season: Season) -> ApplicantFacts:
    """What is known of a person for a season, merged from all who say something."""
    return facts_of(user, season).facts


def hash_of_facts(facts: ApplicantFacts) -> str:
    """The same for the same facts, in this version of Rounds: another one may judge otherwise."""
    told = json.dumps([__version__, asdict(facts)], default=_plain, sort_keys=True)
    return sha256(told.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a fact of the unknown type {type(value).__name__}")


def doors_of(user: User, season: Season) -> Doors:
    """The doors as judged last, with what of them is to be judged anew. Facts and three queries."""
    facts = facts_for(user, season)
    facts_hash, stand = hash_of_facts(facts), shelf()
    sheet = DoorSheet.objects.filter(user=user, season_year=season.year).first()
    by_program = kept_doors(sheet) if sheet else {}
    holds = sheet is not None and sheet.facts_hash == facts_hash and sheet.judged_on == season.today
    outdated = _changed(stand, by_program, season) if holds else stand.programs
    return Doors(season, facts, facts_hash, by_program, outdated)


def kept_doors(sheet: DoorSheet) -> dict[int, Judged]:
    """The verdicts of a sheet by program, as plain values: there are thousands."""
    rows = DoorVerdict.objects.filter(sheet=sheet).values_list("program_id", *Judged._fields)
    with collector_paused():
        return {row[0]: Judged._make(row[1:]) for row in rows.iterator(chunk_size=BATCH)}


def _changed(stand: Shelf, by_program: Mapping[int, Judged], season: Season) -> tuple[Ruled, ...]:
    return tuple(
        one
        for one in stand.programs
        if (kept := by_program.get(one.row.pk)) is None
        or kept.rule_hash != rule_hash_of(one, season)
    )


def rule_hash_of(one: Ruled, season: Season) -> str:
    version = one.version_for(season)
    return version.rule_hash if version else ""


def judged(facts: ApplicantFacts, programs: Iterable[Ruled], season: Season) -> dict[int, Judged]:
    """Each program's door, by the number of its row."""
    chosen = tuple(programs)
    with collector_paused():
        found = assess(facts, [one.program_for(season) for one in chosen], season)
        return {
            one.row.pk: _judged(assessment, rule_hash_of(one, season))
            for one, assessment in zip(chosen, found, strict=True)
        }


def _judged(one: Assessment, rule_hash: str) -> Judged:
    return Judged(
        door=one.door.value,
        causes=_causes(one.causes),
        later=_later(frozenset(finding.requirement.stage for finding in one.still_to_do)),
        is_possible=one.is_possible,
        rule_hash=rule_hash,
    )


@lru_cache(maxsize=64)
def _causes(causes: Causes) -> str:
    return ",".join(sorted(causes))


@lru_cache(maxsize=16)
def _later(stages: frozenset[Stage]) -> str:
    return ",".join(stage.value for stage in LATER if stage in stages)
