"""For each limit: the doors gained without it, and the least change that opens one more."""

from rounds.core.planner.candidates import candidates
from rounds.core.planner.explain.frontier import Frontier
from rounds.core.planner.explain.limits.budget import budget_limit
from rounds.core.planner.explain.limits.dates import dates_limit
from rounds.core.planner.explain.limits.ground import Ground
from rounds.core.planner.explain.limits.law import not_allowed_limit, unknown_limit
from rounds.core.planner.explain.limits.limit import LeastChange, Limit, LimitName
from rounds.core.planner.explain.limits.seats import seats_limit
from rounds.core.planner.explain.limits.untold import untold_limit
from rounds.core.planner.explain.one_more import growth_after
from rounds.core.planner.explain.solving import Solver
from rounds.core.planner.explain.variants import for_doors_and_dollars
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem
from rounds.core.planner.stop import Stop

__all__ = ["LeastChange", "Limit", "LimitName", "limits"]

ASKED = (
    (budget_limit, 5),
    (dates_limit, 7),
    (unknown_limit, 4),
    (not_allowed_limit, 4),
    (seats_limit, 3),
)
SOLVES = sum(solves for _, solves in ASKED)


def limits(
    problem: Problem, plan: Plan, *, stop: Stop, staircase: Frontier | None = None
) -> tuple[Limit, ...]:
    """Budget, dates, unclear permission, law, seats and untold facts, each moved alone.

    At most ``SOLVES`` solves share the limit; time a question leaves over passes to the next ones
    if there is a clock. Numbers the time does not allow to prove are lower bounds of doors gained
    and upper bounds of changes needed, and say so. ``staircase`` is the frontier of this problem if
    it is known: then the budget is never said to open fewer doors than are drawn there.
    """
    question = for_doors_and_dollars(problem)
    known = () if staircase is None else staircase.points
    growth = growth_after(question, plan)
    ground = Ground(question, plan, candidates(question), growth, known)
    whole = Solver(stop, solves=SOLVES)
    found = [ask(ground, whole.part(solves)) for ask, solves in ASKED]
    return (*found, untold_limit(problem, plan))
