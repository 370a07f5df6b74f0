from hypothesis import given
from hypothesis import strategies as st

from rounds.core.planner.explain.pricing import Pricing, cost_of
from tests.core.planner.explain.small import MARCH, MAY, world
from tests.core.planner.worlds import random_problem, site, term


def test_a_town_is_travelled_to_once():
    away = site(1, housing=10_000, travel=30_000)
    one, two = term("ONE", week=8, at=away), term("TWO", week=17, at=away, fee=50_000)
    pricing = Pricing(world((one, two)), (one,))

    assert pricing.cost == 170_000
    assert pricing.added_by(two) == 90_000


def test_nothing_costs_nothing():
    assert cost_of(world(), ()) == 0
    assert cost_of(world(), (MARCH, MAY)) == 150_000


@given(st.integers(0, 10_000))
def test_what_terms_add_sums_to_what_they_cost(seed):
    question = random_problem(seed)
    total = 0
    for count, one in enumerate(question.terms):
        total += Pricing(question, question.terms[:count]).added_by(one)

    assert total == cost_of(question, question.terms)
