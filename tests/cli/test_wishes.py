from datetime import date

import pytest

from rounds.cli.options import Options
from rounds.cli.wishes import Typed, read_wishes
from rounds.core.planner.problem import Wishes

DAYS = {"first": "2027-01-04", "last": "2027-08-31"}


@pytest.fixture
def offered(problem_for):
    problem = problem_for("visitor", budget="none")
    return {"terms": problem.terms, "programs": problem.programs}


def test_what_is_not_wished_keeps_its_default(offered):
    wishes = read_wishes(Options(), Typed("4,500", **DAYS), **offered)

    assert wishes == Wishes(date(2027, 1, 4), date(2027, 8, 31), budget=450_000)


def test_every_wish_reaches_the_planner(offered):
    typed = Typed(
        "none",
        **DAYS,
        letters="3",
        letter_worth="200",
        travel_days="0",
        include_unknown_permission=True,
        star=("acornbury-family=3",),
        pin=("LARK3-270208",),
        exclude=("ACORN3-270111",),
        specialty=("Neurology",),
        state=("az", "mi"),
        paid=("visa",),
    )

    options = Options()
    assert read_wishes(options, typed, **offered) == Wishes(
        date(2027, 1, 4),
        date(2027, 8, 31),
        budget=None,
        letters=3,
        cents_for_a_letter=20_000,
        travel_days=0,
        include_unknown_permission=True,
        weights=(("acornbury-family", 3),),
        pinned=frozenset({"LARK3-270208"}),
        excluded=frozenset({"ACORN3-270111"}),
        specialties=frozenset({"neurology"}),
        states=frozenset({"AZ", "MI"}),
        paid_once=frozenset({"visa"}),
    )
    assert options.problems == []


def test_all_that_is_missing_is_said_at_once_with_an_example(offered):
    options = Options()

    assert read_wishes(options, Typed(), **offered) is None
    assert [f"{problem.key} {problem.sentence}" for problem in options.problems] == [
        "--budget is missing; add --budget 4,500 (dollars for everything), or --budget none.",
        "--from is missing; add --from 2027-01-04, the first day you could begin.",
        "--until is missing; add --until 2027-08-31, the last day you could stay.",
    ]


def test_codes_and_ids_nobody_knows_get_the_nearest(offered):
    options = Options()
    typed = Typed(
        "1", **DAYS, star=("acornbury-famly",), pin=("LARK3-270209",), exclude=("LARK3-270208",)
    )

    read_wishes(options, typed, **offered)

    assert [f"{problem.key} {problem.sentence}" for problem in options.problems] == [
        '--star does not know "acornbury-famly"; did you mean "acornbury-family"?',
        '--pin does not know "LARK3-270209"; did you mean "LARK3-270208"?',
    ]


def test_a_rotation_cannot_be_pinned_and_left_out(offered):
    options = Options()
    typed = Typed("1", **DAYS, pin=("LARK3-270208",), exclude=("LARK3-270208",))

    read_wishes(options, typed, **offered)

    assert [problem.sentence for problem in options.problems] == [
        "LARK3-270208 is also in --exclude; choose one."
    ]
