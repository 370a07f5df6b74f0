from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.eligibility.assess import assess
from rounds.core.errors import BadInput
from rounds.core.planner.candidates import candidates
from rounds.core.planner.explain.one_more import additions, growth_after, one_more_rotation
from rounds.core.planner.explain.pricing import cost_of
from rounds.core.planner.explain.variants import with_budget
from rounds.core.planner.offers import PriceLine
from rounds.core.planner.problem import with_plan
from rounds.core.planner.solve import solve
from rounds.core.vocabulary import Door
from tests.core.planner.brute import all_plans
from tests.core.planner.explain.small import (
    EIGHT,
    FOUR,
    MARCH,
    MAY,
    NOTHING,
    TWELVE,
    plan_of,
    world,
)
from tests.core.planner.worlds import SEASON, asked, program, random_problem, site, term


def test_the_best_addition_opens_most_for_least():
    question = world(programs=(FOUR, EIGHT), budget=0)
    more = one_more_rotation(question, NOTHING)

    assert [(one.term.code, one.opened, one.price) for one in more.best] == [
        ("MAY", ("FOUR",), 50_000),
        ("MARCH", ("FOUR",), 100_000),
    ]
    assert more.tried == 2
    assert more.sentence == (
        "With one more rotation, budget aside: rotation MAY, Fairport Hospital (fictional), "
        "from May 3, 2027 (MAY) opens 1 more door, for $500 more."
    )


def test_the_plan_stays_as_it_is():
    more = one_more_rotation(world(programs=(FOUR, EIGHT)), plan_of(MAY))

    assert [(one.term.code, one.opened) for one in more.best] == [("MARCH", ("EIGHT",))]


def test_when_no_term_helps_it_says_so():
    more = one_more_rotation(world(programs=(program("MANY", asked(40)),)), NOTHING)

    assert more.best == ()
    assert more.sentence == (
        "One more rotation opens no further door: 2 rotation dates fit beside this plan, "
        "none helps."
    )


def test_when_nothing_fits_it_says_so():
    assert one_more_rotation(world(), plan_of(MARCH, MAY)).sentence == (
        "No further rotation of the catalog fits beside this plan."
    )


def test_a_term_that_only_makes_a_door_possible_is_not_called_an_opening():
    longer = program("MONTHS", asked(5, 4))
    more = one_more_rotation(world(terms=(MAY,), programs=(longer,)), NOTHING)

    assert more.best[0].opened == ()
    assert more.sentence == (
        "One more rotation surely opens no further door. rotation MAY, Fairport Hospital "
        "(fictional), from May 3, 2027 (MAY) makes 1 other door possible, for $500 more."
    )


def test_what_opens_and_what_only_becomes_possible_are_told_apart():
    more = one_more_rotation(
        world((MAY,), programs=(FOUR, program("MONTHS", asked(5, 4)))), NOTHING
    )

    assert " opens 1 more door and makes 1 other door possible, " in more.best[0].sentence


def test_costs_already_paid_by_the_plan_are_not_paid_again():
    away = site(1, housing=0, travel=30_000)
    terms = (term("A", week=8, at=away), term("B", week=17, at=away))
    more = one_more_rotation(world(terms, programs=(FOUR, EIGHT)), plan_of(terms[0]))

    assert [(one.term.code, one.price) for one in more.best] == [("B", 100_000)]


def test_an_unstated_price_is_a_lower_bound_and_comes_last():
    unknown = replace(MARCH, price=(PriceLine("fee", None),))
    more = one_more_rotation(world((unknown, MAY), programs=(FOUR,), budget=0), NOTHING)

    assert [(one.term.code, one.is_price_complete) for one in more.best] == [
        ("MAY", True),
        ("MARCH", False),
    ]
    assert more.best[1].sentence.endswith("for at least $0 more.")


def test_other_dates_of_one_rotation_are_folded_into_the_first():
    again = replace(MAY, code="LATER", rotation=MARCH.rotation, price=MARCH.price)
    more = one_more_rotation(world((MARCH, again), programs=(FOUR,)), NOTHING)

    assert [(one.term.code, one.also) for one in more.best] == [("LATER", ("MARCH",))]


def test_additions_beyond_a_budget_are_left_out_and_one_at_the_very_budget_is_not():
    question, plan = world(programs=(FOUR, EIGHT)), plan_of(MAY)

    def codes_within(budget):
        asked_for = with_budget(question, budget)
        found = additions(asked_for, plan, (MARCH,), growth_after(question, plan))
        return [one.term.code for one in found]

    assert codes_within(149_999) == []
    assert codes_within(150_000) == codes_within(None) == ["MARCH"]


def test_five_additions_are_shown_unless_asked_otherwise():
    terms = tuple(replace(MAY, code=f"T{n}", rotation=f"rotation {n}") for n in range(6))
    question = world(terms, programs=(FOUR,))

    assert len(one_more_rotation(question, NOTHING).best) == 5
    assert len(one_more_rotation(question, NOTHING, most=6).best) == 6


def test_no_more_additions_are_shown_than_asked_for():
    assert len(one_more_rotation(world(programs=(FOUR,)), NOTHING, most=1).best) == 1


def test_a_heavier_door_comes_before_two_light_ones():
    hers = replace(program("HERS", asked(4)), id="HERS")
    question = world(
        (MARCH, replace(MAY, weeks=5)),
        programs=(hers, program("FIVE", asked(5)), TWELVE),
        weights=(("FIVE", 5),),
    )

    assert [one.doors for one in one_more_rotation(question, NOTHING).best] == [6, 1]


@settings(max_examples=30)
@given(st.integers(0, 100_000))
def test_the_best_addition_is_what_trying_every_term_finds(seed):
    question = random_problem(seed, most_terms=7)
    try:
        plan = solve(question)
    except BadInput:
        return
    weights = dict(question.wishes.weights)
    free = with_budget(question, None)
    chosen = {one.code for one in plan.terms}

    def doors(terms):
        seen = assess(with_plan(question.facts, terms), question.programs, SEASON)
        return sum(weights.get(one.program.id, 1) for one in seen if one.door is Door.OPEN)

    tries = [
        one.terms
        for one in all_plans(free, candidates(free).terms)
        if chosen <= {term.code for term in one.terms} and len(one.terms) == len(chosen) + 1
    ]
    gains = [doors(terms) - doors(plan.terms) for terms in tries]
    more = one_more_rotation(question, plan)

    assert more.tried == len(tries)
    assert (more.best[0].doors if more.best else 0) == max([0, *gains])
    for one in more.best:
        assert one.price == cost_of(question, (*plan.terms, one.term)) - plan.cost
