"""Solve, then explain: from a problem to everything its report says."""

from collections.abc import Callable
from dataclasses import replace

from rounds.core.planner.explain.added_up import added_up
from rounds.core.planner.explain.costs import cost_sheet
from rounds.core.planner.explain.doors import doors_before_and_after
from rounds.core.planner.explain.figures import term_figures
from rounds.core.planner.explain.frontier import Frontier, frontier
from rounds.core.planner.explain.honest import honest_page
from rounds.core.planner.explain.limits import limits
from rounds.core.planner.explain.one_more import one_more_rotation
from rounds.core.planner.explain.proof import proof
from rounds.core.planner.explain.rulings import term_rulings
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.solve import solve
from rounds.core.planner.stop import Clock, Stop

Said = Callable[[str], None]
NOT_COMPARED = Frontier((), is_complete=False, solves=0)


def answer_to(
    problem: Problem,
    *,
    seconds: float,
    clock: Clock,
    progress: Callable[[Plan], None] | None = None,
    stage: Said = lambda _: None,
    early: Callable[[Answer], None] = lambda _: None,
) -> Answer:
    """The plan within ``seconds``; half as long for the frontier, and for the limits, each.

    ``early`` is told the answer as soon as there is a plan, before dollars and limits are compared.
    Raises BadInput for contradictory wishes or offers.
    """
    plan = solve(problem, stop=Stop(seconds=seconds, clock=clock), progress=progress)
    stage("Writing the reasons")
    found = explained(problem, plan)
    early(found)
    half = Stop(seconds=seconds / 2, clock=clock)
    stage("Comparing doors and dollars")
    staircase = frontier(problem, stop=half, plan=plan)
    stage("Asking what each limit costs")
    loosened = limits(problem, plan, stop=half, staircase=staircase)
    return replace(found, frontier=staircase, limits=loosened, is_whole=True)


def explained(problem: Problem, plan: Plan) -> Answer:
    """Everything that needs no further search; dollars and limits are not compared yet."""
    return Answer(
        problem=problem,
        plan=plan,
        doors=doors_before_and_after(problem, plan),
        rulings=tuple(one.ruling for one in term_rulings(problem, plan)),
        added_up=added_up(problem, plan),
        figures=term_figures(problem, plan),
        costs=cost_sheet(plan),
        frontier=NOT_COMPARED,
        one_more=one_more_rotation(problem, plan),
        limits=(),
        honest=honest_page(problem, plan),
        proof=proof(problem, plan),
    )
