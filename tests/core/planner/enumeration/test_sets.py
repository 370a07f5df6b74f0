"""What the sets find is compared with trying everything in test_solve; here: the limits."""

import pytest

from rounds.core.planner.enumeration.incumbent import Incumbent, OutOfStepsError
from rounds.core.planner.enumeration.layout import layout
from rounds.core.planner.enumeration.sets import pins_only, sure_bound, try_all_sets
from rounds.core.planner.instance import Instance, instance_of
from tests.core.planner.worlds import asked, problem, program, site, term

TERMS = [term("A"), term("B", week=4), term("C", week=8, fee=50_000)]
PROGRAMS = [program("P", asked(4)), program("Q", asked(8)), program("R", asked(12))]


def instance(**wishes: object) -> Instance:
    return instance_of(problem(TERMS, PROGRAMS, **wishes), TERMS)


def tried(one: Instance, steps: int = 10**6) -> Incumbent:
    known = Incumbent(one, one.pinned, steps=steps, is_over=lambda: False, told=lambda _: None)
    try_all_sets(layout(one, (0, 1, 2)), known)
    return known


@pytest.mark.parametrize(
    ("budget", "best"), [(160_000, {2}), (340_000, {0, 2}), (520_000, {0, 1, 2}), (100, set())]
)
def test_the_best_set_the_budget_pays_is_found(budget, best):
    assert tried(instance(budget=budget)).best == best


def test_pins_are_paid_first():
    pinned = instance(budget=340_000, pinned=frozenset({"B"}))

    assert pins_only(layout(pinned, (0, 1, 2))).cost == 210_000
    assert tried(pinned).best == {1, 2}


def test_the_bound_is_what_each_door_could_reach_by_itself():
    assert sure_bound(layout(instance(budget=340_000), (0, 1, 2))) == 2


def test_the_limit_of_steps_is_kept():
    with pytest.raises(OutOfStepsError):
        tried(instance(budget=520_000), steps=1)


def test_a_set_given_up_for_its_travel_counts_as_a_step_too():
    # Money for both terms and one trip; the two towns need two, so no set comes to its sorts.
    halves = [term("A"), term("B", week=6, at=site(1))]
    one = instance_of(problem(halves, [program("Q", asked(8))], budget=390_000), halves)
    known = Incumbent(one, frozenset(), steps=9, is_over=lambda: False, told=lambda _: None)
    stopped = Incumbent(one, frozenset(), steps=0, is_over=lambda: False, told=lambda _: None)

    try_all_sets(layout(one, (0, 1)), known)

    assert known.best == set()
    with pytest.raises(OutOfStepsError):
        try_all_sets(layout(one, (0, 1)), stopped)
