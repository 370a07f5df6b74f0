from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.vocabulary import Origin, UnknownCause, Verdict
from tests.core.eligibility.makers import NOBODY, case, rule, season, verdict

FIVE_TO_APPLY = rule('graduated_within = { years = 5, to = "apply" }')
FIVE = rule("graduated_within = { years = 5 }")
TWO_TO_THREE = rule('graduated_within = { years = 2, fuzzy_years = 3, to = "apply" }')


def graduate(degree_on):
    return replace(NOBODY, degree_on=degree_on)


@pytest.mark.parametrize(
    ("degree_on", "expected"),
    [
        (date(2022, 8, 31), Verdict.UNMET),
        (date(2022, 9, 1), Verdict.MET),
        (date(2027, 9, 2), Verdict.MET),
    ],
)
def test_the_anniversary_itself_is_inside(degree_on, expected):
    assert verdict(FIVE_TO_APPLY, graduate(degree_on)) is expected


@pytest.mark.parametrize(
    ("apply_on", "expected"),
    [
        (date(2027, 2, 27), Verdict.MET),
        (date(2027, 2, 28), Verdict.MET),
        (date(2027, 3, 1), Verdict.UNMET),
    ],
)
def test_a_degree_of_a_leap_day_has_its_anniversary_on_february_28(apply_on, expected):
    leap = graduate(date(2024, 2, 29))
    asked = GraduatedWithin(3, Anchor.APPLY, 3)

    assert verdict(asked, leap, apply_on, season(apply_on=apply_on)) is expected


def test_on_a_leap_day_a_degree_of_february_28_is_a_day_too_old():
    leap_day = date(2028, 2, 29)
    on = season(apply_on=leap_day)

    assert verdict(FIVE_TO_APPLY, graduate(date(2023, 2, 28)), leap_day, on) is Verdict.UNMET
    assert verdict(FIVE_TO_APPLY, graduate(date(2023, 3, 1)), leap_day, on) is Verdict.MET


def test_a_missed_limit_says_which_degree_would_meet_it():
    found = judge(FIVE_TO_APPLY, case(graduate(date(2020, 6, 15))))

    assert found.missing == ("a medical degree of Sep 1, 2022 or later",)
    assert found.evidence[0].text == "degree of Jun 15, 2020"


@pytest.mark.parametrize(
    ("degree_on", "expected"),
    [
        (date(2023, 6, 29), Verdict.MET),
        (date(2023, 6, 28), Verdict.UNKNOWN),
        (date(2022, 9, 1), Verdict.UNKNOWN),
        (date(2022, 8, 31), Verdict.UNMET),
    ],
)
def test_without_a_stated_anchor_applying_and_starting_must_agree(degree_on, expected):
    assert verdict(FIVE, graduate(degree_on)) is expected


def test_where_the_anchors_disagree_the_program_must_be_asked():
    assert judge(FIVE, case(graduate(date(2023, 1, 1)))).causes == {UnknownCause.NOT_STATED}


@pytest.mark.parametrize(
    ("degree_on", "expected"),
    [
        (date(2025, 9, 1), Verdict.MET),
        (date(2025, 8, 31), Verdict.UNKNOWN),
        (date(2024, 9, 1), Verdict.UNKNOWN),
        (date(2024, 8, 31), Verdict.UNMET),
    ],
)
def test_between_two_and_three_years_nobody_knows(degree_on, expected):
    assert verdict(TWO_TO_THREE, graduate(degree_on)) is expected


def test_an_untold_degree_is_asked_for():
    found = judge(FIVE_TO_APPLY, case(NOBODY))

    assert found.causes == {UnknownCause.NOT_TOLD}
    assert found.missing == ("the date of your medical degree",)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (FIVE_TO_APPLY, "graduation at most 5 years before applying"),
        (FIVE, "graduation at most 5 years before a date the program does not state"),
        (TWO_TO_THREE, "graduation at most 2 to 3 years before applying"),
        (
            GraduatedWithin(1, Anchor.START, 1),
            "graduation at most 1 year before the start of training",
        ),
    ],
)
def test_the_clause_in_words(asked, words):
    assert asked.describe() == words


@pytest.mark.parametrize(("years", "fuzzy"), [(0, 1), (3, 2)])
def test_a_limit_below_a_year_or_below_itself_is_refused(years, fuzzy):
    with pytest.raises(ValueError, match="the fuzzy limit may not lie below the years"):
        GraduatedWithin(years, Anchor.APPLY, fuzzy)


def test_the_evidence_is_the_applicants_word():
    assert judge(FIVE, case(graduate(date(2026, 6, 15)))).evidence == (
        Evidence("degree", "degree of Jun 15, 2026", Origin.OWN_WORD),
    )
