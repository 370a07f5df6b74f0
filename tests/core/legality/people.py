"""Shipped rules and small makers of people and activities for the tests of legality."""

from datetime import date
from functools import cache

from rounds.core.facts import ApplicantFacts, StatusSpan
from rounds.core.legality.activity import Activity
from rounds.core.legality.rulebook import Rulebook, read_rulebook
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Kind, Mode, Role, Setting, Status
from rounds.data import shipped_text

TERM = DateSpan(date(2027, 3, 1), date(2027, 3, 28))
CLINICAL_YEARS = DateSpan(date(2025, 9, 1), date(2027, 12, 14))
HOSPITAL_HOURS = ((Setting.INPATIENT, 40),)
OFFICE_HOURS = ((Setting.OFFICE, 40),)


@cache
def shipped() -> Rulebook:
    return read_rulebook(
        shipped_text("legality/immigration.toml"), shipped_text("legality/states.toml")
    )


def student(*statuses: Status | StatusSpan) -> ApplicantFacts:
    return ApplicantFacts(
        degree_on=date(2027, 12, 15),
        clinical_years=CLINICAL_YEARS,
        statuses=spans(statuses),
    )


def graduate(*statuses: Status | StatusSpan) -> ApplicantFacts:
    return ApplicantFacts(degree_on=date(2024, 6, 30), statuses=spans(statuses))


def spans(statuses: tuple[Status | StatusSpan, ...]) -> tuple[StatusSpan, ...]:
    return tuple(s if isinstance(s, StatusSpan) else StatusSpan(s) for s in statuses)


def observing(span: DateSpan = TERM, state: str = "TX") -> Activity:
    return Activity(span, state, Kind.OBSERVERSHIP, Role.OBSERVING, Mode.IN_PERSON, HOSPITAL_HOURS)


def externship(span: DateSpan = TERM, state: str = "TX") -> Activity:
    return Activity(span, state, Kind.EXTERNSHIP, Role.HANDS_ON, Mode.IN_PERSON, OFFICE_HOURS)


def elective(span: DateSpan = TERM, state: str = "TX") -> Activity:
    """At the hospital of a US medical school, under its faculty, part of the degree."""
    return Activity(
        span,
        state,
        Kind.ELECTIVE,
        Role.HANDS_ON,
        Mode.IN_PERSON,
        HOSPITAL_HOURS,
        is_medical_school_hospital=True,
        supervised_by_faculty=True,
        is_part_of_degree=True,
    )
