"""Where the medical school is."""

from dataclasses import dataclass
from typing import ClassVar

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.verdict import Evidence, Outcome, met, unknown, unmet
from rounds.core.eligibility.wording import country_words
from rounds.core.reading import Section
from rounds.core.vocabulary import Origin, UnknownCause


@dataclass(frozen=True, slots=True)
class SchoolIn:
    """The school is in one of the countries (ISO 3166, two letters)."""

    name: ClassVar[str] = "school"
    grows_with_plan: ClassVar[bool] = False

    countries: frozenset[str]

    def describe(self) -> str:
        return f"a medical school in {country_words(self.countries)}"

    def outcome(self, case: Case) -> Outcome:
        school = case.facts.school
        if school is None:
            return unknown(UnknownCause.NOT_TOLD, missing=("the country of your medical school",))
        place = country_words(frozenset({school.country}))
        evidence = [Evidence("school", f"medical school in {place}", Origin.OWN_WORD)]
        if school.country in self.countries:
            return met(evidence)
        return unmet(self.describe(), evidence=evidence)


def read(section: Section) -> SchoolIn | None:
    """``school = { countries = ["US", "CA"] }``; class names such as ``us_or_canada`` are known."""
    if "countries" not in section or section.data["countries"] == []:
        section.problem("countries", "'countries' must name at least one country.")
    countries = section.countries()
    section.close()
    return SchoolIn(countries) if countries else None
