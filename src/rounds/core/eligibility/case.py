"""One person, one season, one day on which a clause is due; and the clocks clauses count with."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar  # Any: each key of ``kept`` has values of its own type

from rounds.core.eligibility.wording import counted
from rounds.core.facts import ApplicantFacts
from rounds.core.reading import Section
from rounds.core.seasons import Season
from rounds.core.values import first_day_within

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Case:
    """What a clause is judged against: facts, the season, and the day it is due.

    ``kept`` remembers what was worked out for this very case, so that clauses and trees that
    programs share are judged once; it changes no answer.
    """

    facts: ApplicantFacts
    season: Season
    due: date
    kept: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, key: Hashable, work_out: Callable[[], Kept]) -> Kept:
        """What was kept under a key, or is worked out now; ``key`` says all it depends on."""
        if key not in self.kept:
            self.kept[key] = work_out()
        known: Kept = self.kept[key]
        return known


class Anchor(StrEnum):
    """The day a clock counts to."""

    DUE = "due"
    APPLY = "apply"
    RANK = "rank"
    START = "start"
    NOT_STATED = "not_stated"


def anchor_days(anchor: Anchor, case: Case) -> tuple[date, ...]:
    """The day of an anchor; both usual readings when the program does not state it."""
    match anchor:
        case Anchor.DUE:
            return (case.due,)
        case Anchor.APPLY:
            return (case.season.apply_on,)
        case Anchor.RANK:
            return (case.season.rank_on,)
        case Anchor.START:
            return (case.season.start_on,)
        case Anchor.NOT_STATED:
            return (case.season.apply_on, case.season.start_on)


MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Within:
    """The last so many years or months up to an anchor. The anniversary itself is inside."""

    years: int
    months: int
    to: Anchor

    def first_days(self, case: Case) -> tuple[date, ...]:
        """The first day inside, one for each reading of the anchor."""
        months = self.years * MONTHS_A_YEAR + self.months
        return tuple(first_day_within(end, months=months) for end in anchor_days(self.to, case))

    def bounds(self, case: Case) -> tuple[date, date]:
        """The first day inside on the mildest and on the strictest reading."""
        kept: tuple[Within, date, date] | None = case.kept.get(id(self))
        if kept is None:
            first_days = self.first_days(case)
            # kept with the window itself: as long as it lives, no other object has its id
            kept = case.kept[id(self)] = (self, min(first_days), max(first_days))
        return kept[1:]

    def describe(self) -> str:
        """``within 3 years before applying``."""
        length = counted(self.years, "year") if self.years else counted(self.months, "month")
        return f"within {length} before {ANCHOR_WORDS[self.to]}"


ANCHOR_WORDS = {
    Anchor.DUE: "the day this is due",
    Anchor.APPLY: "applying",
    Anchor.RANK: "the rank-list deadline",
    Anchor.START: "the start of training",
    Anchor.NOT_STATED: "a date the program does not state",
}
MAX_YEARS = 50


def read_within(parent: Section) -> Within | None:
    """``within = { years = 3, to = "apply" }``; the anchor is not stated unless given."""
    section = parent.table("within")
    if section is None:
        return None
    years = section.integer("years", low=1, high=MAX_YEARS)
    months = section.integer("months", low=1, high=MAX_YEARS * MONTHS_A_YEAR)
    to = section.choice("to", Anchor) or Anchor.NOT_STATED
    section.close()
    if (years is None) == (months is None):
        section.problem("", "'within' needs either 'years' or 'months'.")
        return None
    return Within(years or 0, months or 0, to)
