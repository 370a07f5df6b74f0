"""Small makers of cases, experience and rules; every test says only what matters to it."""

from dataclasses import replace
from datetime import date

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.program_file import read_rule
from rounds.core.eligibility.rules import Rule, judge
from rounds.core.facts import ApplicantFacts, ClinicalExperience, Letter, Sitting
from rounds.core.reading import read_toml
from rounds.core.seasons import Season
from rounds.core.values import DateSpan
from rounds.core.vocabulary import (
    Complete,
    Exam,
    ExamResult,
    Kind,
    Mode,
    Origin,
    Role,
    SeasonStatus,
    Setting,
    Verdict,
)

TODAY = date(2026, 11, 22)
SEASON = Season(
    year=2028,
    today=TODAY,
    apply_on=date(2027, 9, 1),
    rank_on=date(2028, 3, 1),
    start_on=date(2028, 6, 29),
    status=SeasonStatus.PROJECTED,
    rules_from=2027,
    source="test",
)
NOBODY = ApplicantFacts()
COMPLETE = ApplicantFacts(
    statuses_complete=Complete.YES,
    exams_complete=Complete.YES,
    credentials_complete=Complete.YES,
    experience_complete=Complete.YES,
    letters_complete=Complete.YES,
    training_complete=Complete.YES,
)


def season(**changes: object) -> Season:
    return replace(SEASON, **changes)


def rotation(first: date, weeks: int, /, **changes: object) -> ClinicalExperience:
    """Full-time hands-on weeks in a US hospital ward, unless said otherwise; Monday to Sunday."""
    span = DateSpan(first, date.fromordinal(first.toordinal() + 7 * weeks - 1))
    item = ClinicalExperience(
        ref=f"rotation of {first}",
        span=span,
        weeks=weeks,
        kind=Kind.EXTERNSHIP,
        role=Role.HANDS_ON,
        mode=Mode.IN_PERSON,
        country="US",
        specialty="internal medicine",
        hours=((Setting.INPATIENT, 40),),
        origin=Origin.ATTESTED,
    )
    return replace(item, **changes)


def done(*items: ClinicalExperience, complete: Complete = Complete.YES) -> ApplicantFacts:
    """A person with this clinical experience, told completely."""
    return replace(COMPLETE, experience=items, experience_complete=complete)


def sat(exam: Exam, on: date, result: ExamResult, score: int | None = None) -> Sitting:
    return Sitting(exam, on, result, score)


def letter(author: str, /, **changes: object) -> Letter:
    """A letter of a US internist that is there, unless said otherwise."""
    item = Letter(
        author=author,
        specialty="internal medicine",
        is_us_physician=True,
        ready_on=date(2026, 6, 1),
        role=Role.HANDS_ON,
        on_letterhead=True,
    )
    return replace(item, **changes)


def rule(text: str) -> Rule:
    """A rule as it stands in a program file, such as ``school = { countries = ["US"] }``."""
    section = read_toml(text, "rule.toml")
    read = read_rule(section)
    section.report.raise_if_any()
    assert read is not None
    return read


def verdict(
    asked: Rule | str, facts: ApplicantFacts, on: date = SEASON.apply_on, in_season: Season = SEASON
) -> Verdict:
    """The verdict of a rule, or of its text, on the day it is due."""
    tree = rule(asked) if isinstance(asked, str) else asked
    return judge(tree, Case(facts, in_season, on)).verdict


def case(facts: ApplicantFacts, on: date = SEASON.apply_on, in_season: Season = SEASON) -> Case:
    return Case(facts, in_season, on)
