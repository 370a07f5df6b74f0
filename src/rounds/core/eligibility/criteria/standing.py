"""Student or graduate on the day the clause is due, by the date of the medical degree."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.verdict import Evidence, Outcome, met, unknown, unmet
from rounds.core.reading import Section
from rounds.core.values import day
from rounds.core.vocabulary import Origin, UnknownCause


class Standing(StrEnum):
    """Before or after the medical degree. The degree day itself counts as after."""

    STUDENT = "student"
    GRADUATE = "graduate"


@dataclass(frozen=True, slots=True)
class HasStanding:
    """Student until the day before the degree, graduate from that day on."""

    name: ClassVar[str] = "standing"
    grows_with_plan: ClassVar[bool] = False

    standing: Standing

    def describe(self) -> str:
        if self.standing is Standing.STUDENT:
            return "being a medical student still"
        return "holding the medical degree"

    def outcome(self, case: Case) -> Outcome:
        degree_on = case.facts.degree_on
        if degree_on is None:
            return unknown(UnknownCause.NOT_TOLD, missing=("the date of the medical degree",))
        evidence = (Evidence("degree", f"degree of {day(degree_on)}", Origin.OWN_WORD),)
        is_graduate = degree_on <= case.due
        if is_graduate == (self.standing is Standing.GRADUATE):
            return met(evidence)
        return unmet(self.describe(), evidence=evidence)


def read(section: Section) -> HasStanding | None:
    """``standing = { is = "student" }`` or ``"graduate"``."""
    standing = section.choice("is", Standing, required=True)
    section.close()
    return HasStanding(standing) if standing else None
