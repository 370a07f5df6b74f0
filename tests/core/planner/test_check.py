from dataclasses import replace

import pytest

from rounds.core.errors import InternalDisagreement
from rounds.core.planner.check import doors_by_assess, recheck
from rounds.core.planner.compile import Doors
from rounds.core.planner.instance import instance_of
from rounds.core.planner.tally import DoorTally
from tests.core.planner.worlds import asked, problem, program, term

PROBLEM = problem(
    [term("A"), term("B", week=2)],
    [program("P", asked(4)), program("Q", asked(4, 2)), program("R", asked(8))],
    budget=300_000,
    weights=(("P", 5),),
)
INSTANCE = instance_of(PROBLEM, PROBLEM.terms)


def test_doors_are_weighed_as_the_scalar_check_sees_them():
    assert doors_by_assess(PROBLEM, ()) == (0, 0)
    assert doors_by_assess(PROBLEM, ("A",)) == (6, 6)


def test_a_plan_both_agree_on_passes_with_its_value():
    assert recheck(PROBLEM, INSTANCE, frozenset({0})).sure == 6


def test_a_plan_that_breaks_a_limit_is_a_disagreement():
    with pytest.raises(InternalDisagreement, match="breaks a limit"):
        recheck(PROBLEM, INSTANCE, frozenset({0, 1}))


def test_other_doors_than_the_scalar_check_sees_are_a_disagreement():
    blind = Doors(0, 0, {}, {}, ())

    with pytest.raises(InternalDisagreement, match=r"opens \(6, 6\) by the scalar check"):
        recheck(PROBLEM, replace(INSTANCE, doors=blind, tally=DoorTally(blind, 2)), frozenset({0}))


def test_a_cost_that_is_not_the_sum_of_its_lines_is_a_disagreement():
    with pytest.raises(InternalDisagreement, match="not the sum"):
        recheck(PROBLEM, replace(INSTANCE, own=(1, 1)), frozenset({0}))
