"""Grounds for the tests of every limit, and the answers of trying everything."""

from rounds.core.errors import BadInput
from rounds.core.planner.candidates import candidates
from rounds.core.planner.explain.limits.ground import Ground
from rounds.core.planner.explain.one_more import growth_after
from rounds.core.planner.explain.variants import for_doors_and_dollars
from rounds.core.planner.problem import Problem
from rounds.core.planner.solve import solve
from tests.core.planner.explain.small import most_sure_doors


def ground_of(problem: Problem) -> Ground:
    """The ground under the best plan."""
    question = for_doors_and_dollars(problem)
    plan = solve(question)
    return Ground(question, plan, candidates(question), growth_after(question, plan))


def most_doors_by_trying(problem: Problem) -> int:
    """The most weighted sure doors of any plan within the problem's limits."""
    return most_sure_doors(problem, candidates(problem).terms)


def or_none(make, seed: int, most_terms: int = 6) -> Problem | None:
    """A random problem, or ``None`` where its pins cannot be kept."""
    problem = make(seed, most_terms)
    try:
        candidates(problem)
    except BadInput:
        return None
    return problem
