from datetime import date

import pytest

from rounds.core.eligibility.case import (
    ANCHOR_WORDS,
    Anchor,
    Case,
    Within,
    anchor_days,
    read_within,
)
from rounds.core.errors import BadInput
from rounds.core.reading import read_toml
from tests.core.eligibility.makers import NOBODY, SEASON

CASE = Case(NOBODY, SEASON, date(2028, 3, 1))


@pytest.mark.parametrize(
    ("anchor", "days"),
    [
        (Anchor.DUE, (date(2028, 3, 1),)),
        (Anchor.APPLY, (date(2027, 9, 1),)),
        (Anchor.RANK, (date(2028, 3, 1),)),
        (Anchor.START, (date(2028, 6, 29),)),
        (Anchor.NOT_STATED, (date(2027, 9, 1), date(2028, 6, 29))),
    ],
)
def test_an_anchor_is_a_day_of_the_season_or_both_usual_ones(anchor, days):
    assert anchor_days(anchor, CASE) == days


def test_every_anchor_has_its_words():
    assert list(ANCHOR_WORDS) == list(Anchor)


def test_a_window_has_a_first_day_for_each_reading():
    assert Within(1, 0, Anchor.APPLY).first_days(CASE) == (date(2026, 9, 1),)
    assert Within(0, 18, Anchor.APPLY).first_days(CASE) == (date(2026, 3, 1),)
    assert Within(2, 0, Anchor.NOT_STATED).first_days(CASE) == (
        date(2025, 9, 1),
        date(2026, 6, 29),
    )


def test_the_bounds_of_a_window_are_its_mildest_and_strictest_first_day():
    assert Within(2, 0, Anchor.NOT_STATED).bounds(CASE) == (date(2025, 9, 1), date(2026, 6, 29))
    assert Within(0, 24, Anchor.RANK).bounds(CASE) == (date(2026, 3, 1), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("within", "words"),
    [
        (Within(1, 0, Anchor.APPLY), "within 1 year before applying"),
        (Within(3, 0, Anchor.START), "within 3 years before the start of training"),
        (Within(0, 1, Anchor.DUE), "within 1 month before the day this is due"),
        (
            Within(0, 6, Anchor.NOT_STATED),
            "within 6 months before a date the program does not state",
        ),
    ],
)
def test_a_window_in_words(within, words):
    assert within.describe() == words


def test_what_was_worked_out_once_is_kept_for_the_case():
    asked = []
    case = Case(NOBODY, SEASON, date(2028, 3, 1))

    answers = [case.once("key", lambda: asked.append(1) or 7) for _ in range(3)]

    assert answers == [7, 7, 7]
    assert asked == [1]
    assert case == CASE


def within(text):
    section = read_toml(text, "f")
    read = read_within(section)
    section.close()
    section.report.raise_if_any()
    return read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", None),
        ("within = { years = 3 }", Within(3, 0, Anchor.NOT_STATED)),
        ("within = { years = 50, to = 'start' }", Within(50, 0, Anchor.START)),
        ("within = { months = 600, to = 'due' }", Within(0, 600, Anchor.DUE)),
    ],
)
def test_a_window_is_read_and_its_anchor_not_stated_unless_given(text, read):
    assert within(text) == read


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("within = {}", "f:1: within: 'within' needs either 'years' or 'months'."),
        (
            "within = { years = 1, months = 6 }",
            "f:1: within: 'within' needs either 'years' or 'months'.",
        ),
        (
            "within = { years = 1, to = 'appy' }",
            'f:1: within.to: \'to\' does not know "appy"; did you mean "apply"?',
        ),
        (
            "within = { months = 601 }",
            (
                "f:1: within: 'within' needs either 'years' or 'months'.\n"
                "f:1: within.months: 'months' must be a whole number from 1 to 600, not 601."
            ),
        ),
    ],
)
def test_a_wrong_window_is_refused(text, problem):
    with pytest.raises(BadInput) as caught:
        within(text)
    assert str(caught.value) == problem
