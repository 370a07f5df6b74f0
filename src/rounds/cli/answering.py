"""Solve, then explain: from a problem to everything its report says."""

from collections.abc import Callable
from time import monotonic

from rounds.cli.report.plan.answer import Answer
from rounds.core.planner.explain.added_up import added_up
from rounds.core.planner.explain.costs import cost_sheet
from rounds.core.planner.explain.doors import doors_before_and_after
from rounds.core.planner.explain.figures import term_figures
from rounds.core.planner.explain.frontier import frontier
from rounds.core.planner.explain.honest import honest_page
from rounds.core.planner.explain.limits import limits
from rounds.core.planner.explain.one_more import one_more_rotation
from rounds.core.planner.explain.proof import proof
from rounds.core.planner.explain.rulings import term_rulings
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem
from rounds.core.planner.solve import solve
from rounds.core.planner.stop import Stop

Said = Callable[[str], None]


def answer_to(
    problem: Problem,
    *,
    seconds: int,
    progress: Callable[[Plan], None] | None = None,
    stage: Said = lambda _: None,
) -> Answer:
    """The plan within ``seconds``; half as long for the frontier, and for the limits, each.

    Raises BadInput for contradictory wishes or offers, SolverStopped when time ran out first.
    """
    plan = solve(problem, stop=_stop(seconds), progress=progress)
    stage("Comparing doors and dollars")
    staircase = frontier(problem, stop=_stop(seconds / 2), plan=plan)
    stage("Asking what each limit costs")
    loosened = limits(problem, plan, stop=_stop(seconds / 2), staircase=staircase)
    stage("Writing the reasons")
    return Answer(
        problem=problem,
        plan=plan,
        doors=doors_before_and_after(problem, plan),
        rulings=tuple(one.ruling for one in term_rulings(problem, plan)),
        added_up=added_up(problem, plan),
        figures=term_figures(problem, plan),
        costs=cost_sheet(plan),
        frontier=staircase,
        one_more=one_more_rotation(problem, plan),
        limits=loosened,
        honest=honest_page(problem, plan),
        proof=proof(problem, plan),
    )


def _stop(seconds: float) -> Stop:
    return Stop(seconds=seconds, clock=monotonic)
