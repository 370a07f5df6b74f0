from dataclasses import replace
from datetime import date

import pytest

from rounds.core.planner.report.words import (
    hours_line,
    kind_line,
    letter_line,
    names_line,
    program_name,
    program_town,
    season_line,
    short_span,
)
from rounds.core.values import DateSpan
from rounds.core.vocabulary import LetterPolicy, SeasonStatus


@pytest.fixture
def term(answer):
    return answer.plan.terms[1]


def test_a_span_names_its_year_once():
    assert short_span(DateSpan(date(2027, 2, 8), date(2027, 3, 5))) == "Feb 8 – Mar 5, 2027"
    assert short_span(DateSpan(date(2026, 12, 7), date(2027, 1, 1))) == (
        "Dec 7, 2026 – Jan 1, 2027"
    )


def test_what_a_rotation_is(term):
    assert kind_line(term) == "observership, observing, in person, 4 weeks"
    assert hours_line(term) == "32 hours a week in an office, 2 in teaching sessions"
    assert hours_line(replace(term, hours=())) == ""


@pytest.mark.parametrize(
    ("policy", "days", "line"),
    [
        (LetterPolicy.WRITES, 14, "Dr. N writes letters, usually by Mar 19, 2027 (in time)"),
        (
            LetterPolicy.CONDITIONAL,
            200,
            "Dr. N may write a letter, usually by Sep 21, 2027 (too late for this season)",
        ),
        (LetterPolicy.DOES_NOT_WRITE, 14, "Dr. N writes no letters"),
        (LetterPolicy.WRITES, None, "Dr. N writes letters"),
    ],
)
def test_a_letter_is_promised_no_further_than_its_ground(term, policy, days, line):
    told = replace(term, author="Dr. N", letter_policy=policy, turnaround_days=days)

    assert letter_line(told, date(2027, 9, 1)) == line


def test_a_program_is_named_with_its_specialty_once(answer):
    program = answer.problem.programs[0]

    assert program_name(program) == (
        "Acornbury Teapot Community Hospital (fictional): family medicine"
    )
    assert program_name(replace(program, name="Acorn")) == "Acorn, family medicine"
    assert program_town(program) == "Acornbury Corners, OH"
    assert program_town(replace(program, city="")) == "OH"


def test_names_that_hold_commas_are_parted_by_semicolons():
    assert names_line(["A, x", "B"], most=3) == "A, x; B."
    assert names_line(["A", "B", "C", "D"], most=2) == "A; B; and 2 more."


def test_a_season_that_has_opened_is_not_said_to_open(answer):
    season = answer.problem.season

    assert season_line(replace(season, today=season.apply_on)).endswith("opened Sep 1, 2027")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (SeasonStatus.PROJECTED, "projected"),
        (SeasonStatus.PUBLISHED, "published"),
        (SeasonStatus.USER, "as you gave it"),
    ],
)
def test_a_season_says_how_sure_its_day_is(answer, status, words):
    season = replace(answer.problem.season, status=status)

    assert season_line(season) == f"Season 2028 ({words}): applications open Sep 1, 2027"
