from itertools import combinations

import pytest

from rounds.core.errors import BadInput
from rounds.core.planner.candidates import candidates
from rounds.core.planner.enumeration.layout import layout
from rounds.core.planner.instance import instance_of
from tests.core.planner.worlds import asked, problem, program, random_problem, term


@pytest.mark.parametrize("seed", range(80))
def test_no_choice_that_can_be_paid_opens_more_than_the_reach(seed):
    asked_for = random_problem(seed, 7)
    try:
        instance = instance_of(asked_for, candidates(asked_for).terms)
    except BadInput:
        return
    if instance.budget is None:
        return
    laid = layout(instance, tuple(range(len(instance.terms))))
    bounds = [board.worth(laid.reach.of(k, 0, laid.budget)) for k, board in enumerate(laid.boards)]

    for size in range(5):
        for chosen in map(frozenset, combinations(range(len(instance.terms)), size)):
            if instance.fits(chosen):
                sure, possible = instance.tally.open(chosen)
                assert sure <= bounds[0]
                assert possible <= bounds[1]


def test_less_money_and_fewer_families_reach_less():
    terms = [term("A", fee=100_000), term("B", week=5, fee=900_000)]
    programs = [program("P", asked(4)), program("Q", asked(8))]
    instance = instance_of(problem(terms, programs, budget=2_000_000), terms)
    laid = layout(instance, (0, 1))

    def doors(first: int, left: int) -> int:
        return laid.boards[0].worth(laid.reach.of(0, first, left))

    assert [doors(0, left) for left in (0, 250_000, 2_000_000)] == [0, 1, 2]
    assert [doors(first, 2_000_000) for first in (0, 1, 2)] == [2, 1, 0]
