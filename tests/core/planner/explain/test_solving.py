from dataclasses import replace

import pytest

from rounds.core.planner.explain.doors_and_dollars import doors_and_dollars
from rounds.core.planner.explain.solving import (
    Solver,
    has_most_doors,
    is_cheapest_for_its_doors,
    most_doors,
    proof_of,
)
from rounds.core.planner.plan import StageName, StageProof
from rounds.core.planner.solve import solve
from rounds.core.planner.stop import NEVER, Stop
from tests.core.planner.explain.small import EIGHT, FOUR, NOTHING, world

DOORS, COST = StageName.SURE_DOORS, StageName.COST


class Clock:
    """Time that passes only when told."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_no_more_solves_than_agreed():
    solver = Solver(NEVER, solves=2)

    assert solver.best(world()).sure_doors == 2
    assert solver.best(world(programs=(EIGHT,))).cost == 150_000
    assert solver.left == 0
    assert solver.best(world()) is None


def test_questions_that_differ_only_in_money_are_answered_as_if_asked_alone():
    questions = [
        world(budget=budget, programs=programs)
        for programs in ((FOUR, EIGHT), (EIGHT,))
        for budget in (0, 50_000, 150_000, None)
    ]
    solver = Solver(NEVER, solves=len(questions))

    together = [solver.best(question) for question in questions]

    assert together == [doors_and_dollars(question, stop=NEVER) for question in questions]
    assert [plan.sure_doors for plan in together] == [0, 1, 2, 2, 0, 0, 1, 1]


def test_questions_that_differ_only_in_money_are_compiled_once():
    solver = Solver(NEVER, solves=3)

    rich, poor = (solver._instance(world(budget=budget)) for budget in (150_000, 0))
    unlimited = solver._instance(world())

    assert (rich.budget, poor.budget, unlimited.budget) == (150_000, 0, None)
    assert rich.tally is poor.tally
    assert unlimited.tally is not poor.tally


def test_nothing_is_solved_once_the_time_is_over():
    clock = Clock()
    solver = Solver(Stop(seconds=10, clock=clock), solves=5)
    clock.now += 10

    assert solver.best(world()) is None
    assert solver.left == 0


def test_a_part_has_its_share_of_what_is_left():
    clock = Clock()
    solver = Solver(Stop(seconds=10, nodes=1000, clock=clock), solves=5)
    first = solver.part(2)

    assert first.left == 2
    assert solver.left == 3
    clock.now += 7
    rest = solver.part(3)
    clock.now += 2.9
    assert rest.best(world()) is not None
    clock.now += 0.2
    assert rest.best(world()) is None
    assert first.best(world()) is None


def test_shares_of_time_and_nodes_are_what_the_solves_left_deserve():
    clock = Clock()
    stop = Stop(seconds=10, nodes=1000, clock=clock)
    solver = Solver(stop, solves=5)

    assert solver.share(2) == Stop(seconds=4, nodes=400, clock=clock)
    solver.part(3)
    clock.now += 4
    assert solver.share(1) == Stop(seconds=3, nodes=200, clock=clock)
    assert Solver(Stop(seconds=10), solves=4).share(1) == Stop(seconds=2.5)
    assert Solver(NEVER, solves=4).share(1) == NEVER


def test_without_a_clock_every_solve_has_an_equal_share():
    solver = Solver(Stop(seconds=0.0), solves=2)

    assert solver.best(world()) is None


@pytest.mark.parametrize(
    ("stages", "most", "cheapest"),
    [
        ((StageProof(DOORS, 2, 2), StageProof(COST, 5, 5)), True, True),
        ((StageProof(DOORS, 2, 2), StageProof(COST, 5, 4)), True, False),
        ((StageProof(DOORS, 2, 3), StageProof(COST, 5, 5)), False, False),
        ((StageProof(DOORS, 2, 2),), True, False),
        ((), False, False),
    ],
)
def test_what_a_plan_proves_is_read_from_its_stages(stages, most, cheapest):
    plan = replace(NOTHING, stages=stages)

    assert has_most_doors(plan) is most
    assert is_cheapest_for_its_doors(plan) is cheapest


def test_a_plan_that_was_asked_for_possible_doors_first_proves_no_least_cost():
    plan = solve(world())

    assert plan.is_proven
    assert not is_cheapest_for_its_doors(plan)
    assert most_doors(plan) == 2
    assert proof_of(NOTHING, COST) is None
