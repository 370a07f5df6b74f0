"""How much each door counts for the applicant; a program of weight 0 is left out everywhere."""

from collections.abc import Iterable

from rounds.core.eligibility.programs import Program
from rounds.core.planner.problem import Problem


def weights_of(problem: Problem) -> dict[str, int]:
    """The weight of every program the applicant does not ignore, by id, in the given order."""
    wished = dict(problem.wishes.weights)
    weights = {program.id: wished.get(program.id, 1) for program in problem.programs}
    return {key: weight for key, weight in weights.items() if weight}


def programs_that_count(problem: Problem) -> tuple[Program, ...]:
    """The programs the applicant does not ignore."""
    weights = weights_of(problem)
    return tuple(program for program in problem.programs if program.id in weights)


def weight_sum(ids: Iterable[str], weights: dict[str, int]) -> int:
    """The weighted number of doors."""
    return sum(weights[key] for key in ids)
