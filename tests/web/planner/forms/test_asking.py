from datetime import date

import pytest

from rounds.web.dossier.bridge import seasons_ahead
from rounds.web.planner.bridge.wishes import Asked
from rounds.web.planner.forms.asking import AskForm, answers_of, first_answers
from tests.web.planner.makers import TODAY

SEASONS = seasons_ahead(TODAY)
GOOD = {
    "season": "2028", "budget": "$3,500", "earliest": "2027-01-04", "latest": "2027-08-31",
    "letters": "3", "travel_days": "1",
}  # fmt: skip


def form(**over):
    return AskForm({**GOOD, **over}, seasons=SEASONS, today=TODAY)


def test_five_answers_are_enough():
    filled = form()

    assert filled.is_valid(), filled.errors
    assert filled.asked(weights=(("a", 3),)) == Asked(
        2028, date(2027, 1, 4), date(2027, 8, 31), budget=350_000, letters=3, weights=(("a", 3),)
    )


def test_every_answer_reaches_the_plan():
    filled = form(
        apply_to=["neurology"], states=["NY"], specialties=["pediatrics"], letter_worth="200",
        travel_days="2", visa_weeks="8", include_unknown_permission="on", budget="",
    )  # fmt: skip

    assert filled.is_valid(), filled.errors
    assert filled.asked(weights=()) == Asked(
        2028, date(2027, 1, 4), date(2027, 8, 31), budget=None, letters=3,
        cents_for_a_letter=20_000, travel_days=2, include_unknown_permission=True,
        apply_to=("neurology",), specialties=("pediatrics",), states=("NY",), visa_weeks=8,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("0", 0), ("4,500.50", 450_050), ("$ 1", 100), (" 12 ", 1_200), ("", None)],
)
def test_dollars_are_read_as_people_type_them(typed, cents):
    filled = form(budget=typed)

    assert filled.is_valid(), filled.errors
    assert filled.cleaned_data["budget"] == cents


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("budget", "a lot", "Write dollars, such as 4,500 or 4,500.00."),
        ("budget", "-1", "Write dollars from 0 up."),
        ("budget", "NaN", "Write dollars, such as 4,500 or 4,500.00."),
        ("budget", "1e9", "Write at most 1,000,000 dollars."),
        ("budget", "1.005", "Write at most two digits after the point."),
        ("earliest", "", "Give the first day you could begin."),
        ("earliest", "soon", "Write the day as 2027-03-01."),
        ("latest", "2026-12-01", "The last day is before the first; correct one of them."),
        ("travel_days", "31", "Write a whole number from 0 to 30."),
        ("visa_weeks", "x", "Write a whole number from 0 to 104."),
    ],
)
def test_each_wrong_answer_says_what_to_write(field, typed, says):
    assert form(**{field: typed}).errors == {field: [says]}


def test_a_season_that_is_over_or_far_cannot_be_chosen():
    assert list(form(season="2027").errors) == ["season"]
    assert list(form(season="2031").errors) == ["season"]


def test_days_that_have_passed_make_no_plan():
    wrong = form(earliest="2026-01-01", latest="2026-11-26")

    assert wrong.errors == {"latest": ["This day has passed; give one after Nov 27, 2026."]}


def test_the_first_answers_run_from_today_to_the_day_of_applying():
    told = first_answers(SEASONS[0], today=TODAY)

    assert (told["season"], told["earliest"], told["latest"]) == (2028, TODAY, date(2027, 9, 1))
    fresh = AskForm(seasons=SEASONS, today=TODAY, initial=told)
    assert "2028: applications open Sep 1, 2027, projected" in str(fresh["season"])


def test_an_earlier_plan_fills_the_form_as_it_was_asked():
    filled = form(letter_worth="200.50", states=["NY", "OH"], visa_weeks="3")
    assert filled.is_valid()
    asked = filled.asked(weights=())
    again = answers_of(asked)

    assert (again["budget"], again["letter_worth"]) == ("3,500", "200.50")
    pinned = form(pinned=["LAMP1", "T:2"], excluded=["bad code"])
    assert pinned.errors == {
        "excluded": ["Select a valid choice. bad code is not one of the available choices."]
    }
    assert pinned.cleaned_data["pinned"] == ["LAMP1", "T:2"]
    same = AskForm({**again, "include_unknown_permission": ""}, seasons=SEASONS, today=TODAY)
    assert same.is_valid(), same.errors
    assert same.asked(weights=()) == asked
