from dataclasses import replace
from itertools import count

from rounds.core.planner.explain.limits import limits
from rounds.core.planner.report.answering import NOT_COMPARED, answer_to, explained
from rounds.core.planner.stop import NEVER


def test_the_answer_is_there_before_dollars_and_limits_are_compared(problem_for):
    heard = []
    problem = problem_for("citizen", budget=1_000_00)
    answer = answer_to(problem, seconds=60, clock=lambda: 0.0, early=heard.append)

    (early,) = heard
    assert (early.is_whole, early.frontier, early.limits) == (False, NOT_COMPARED, ())
    assert answer.is_whole
    assert replace(answer, frontier=NOT_COMPARED, limits=(), is_whole=False) == early
    assert len(answer.frontier.points) > 0
    assert [one.name for one in answer.limits] == [
        one.name for one in limits(problem, answer.plan, stop=NEVER)
    ]


def test_a_clock_that_has_run_out_leaves_the_plan_unproven_and_says_so(problem_for):
    late = count(0, 100)
    answer = answer_to(problem_for("resident"), seconds=1, clock=lambda: next(late))

    assert not answer.proof.is_proven
    assert explained(answer.problem, answer.plan).plan == answer.plan
