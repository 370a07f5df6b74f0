"""Years since graduation, counted to a stated day or, when not stated, to both usual ones."""

from dataclasses import dataclass
from typing import ClassVar

from rounds.core.eligibility.case import ANCHOR_WORDS, MONTHS_A_YEAR, Anchor, Case, anchor_days
from rounds.core.eligibility.verdict import Evidence, Outcome, agreed, met, unknown, unmet
from rounds.core.eligibility.wording import counted
from rounds.core.reading import Section
from rounds.core.values import day, first_day_within
from rounds.core.vocabulary import Origin, UnknownCause

MAX_YEARS = 30


@dataclass(frozen=True, slots=True)
class GraduatedWithin:
    """The degree is at most ``years`` old on the anchor day; the anniversary is inside.

    A fuzzy limit ("2 to 3 years") has ``fuzzy_years`` above ``years``: between them nobody knows.
    """

    name: ClassVar[str] = "graduated_within"
    grows_with_plan: ClassVar[bool] = False

    years: int
    to: Anchor
    fuzzy_years: int

    def __post_init__(self) -> None:
        if not 1 <= self.years <= self.fuzzy_years:
            raise ValueError("the fuzzy limit may not lie below the years")

    def describe(self) -> str:
        limit = counted(self.years, "year")
        if self.fuzzy_years > self.years:
            limit = f"{self.years} to {self.fuzzy_years} years"
        return f"graduation at most {limit} before {ANCHOR_WORDS[self.to]}"

    def outcome(self, case: Case) -> Outcome:
        degree_on = case.facts.degree_on
        if degree_on is None:
            return unknown(UnknownCause.NOT_TOLD, missing=("the date of your medical degree",))
        evidence = (Evidence("degree", f"degree of {day(degree_on)}", Origin.OWN_WORD),)
        readings = []
        for years in sorted({self.years, self.fuzzy_years}):
            for on in anchor_days(self.to, case):
                first = first_day_within(on, months=years * MONTHS_A_YEAR)
                need = f"a medical degree of {day(first)} or later"
                late = degree_on < first
                readings.append(unmet(need, evidence=evidence) if late else met(evidence))
        return agreed(readings)


def read(section: Section) -> GraduatedWithin | None:
    """``graduated_within = { years = 5, to = "apply" }``; ``fuzzy_years`` for "2 to 3 years"."""
    years = section.integer("years", low=1, high=MAX_YEARS, required=True)
    to = section.choice("to", Anchor) or Anchor.NOT_STATED
    fuzzy = section.integer("fuzzy_years", low=1, high=MAX_YEARS)
    section.close()
    if years is None:
        return None
    if fuzzy is not None and fuzzy <= years:
        section.problem("fuzzy_years", "'fuzzy_years' must be more than 'years'.")
        return None
    return GraduatedWithin(years, to, fuzzy or years)
