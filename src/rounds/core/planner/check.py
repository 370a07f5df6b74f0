"""Every plan is judged again by the scalar check before anybody sees it."""

from rounds.core.eligibility.assess import assess
from rounds.core.errors import InternalDisagreement
from rounds.core.planner.costs import cost_lines
from rounds.core.planner.instance import Instance
from rounds.core.planner.problem import Problem, with_plan
from rounds.core.planner.value import Value
from rounds.core.vocabulary import Door


def doors_by_assess(problem: Problem, codes: tuple[str, ...]) -> tuple[int, int]:
    """Weighted sure and possible doors of a plan, as ``assess`` sees them."""
    weights = dict(problem.wishes.weights)
    terms = tuple(sorted((t for t in problem.terms if t.code in codes), key=lambda t: t.span))
    seen = assess(with_plan(problem.facts, terms), problem.programs, problem.season)
    sure = sum(weights.get(one.program.id, 1) for one in seen if one.door is Door.OPEN)
    return sure, sum(weights.get(one.program.id, 1) for one in seen if one.is_possible)


def recheck(problem: Problem, instance: Instance, chosen: frozenset[int]) -> Value:
    """The plan's value, after all limits and doors were found the same twice."""
    value = instance.value(chosen)
    if not instance.fits(chosen):
        raise InternalDisagreement(f"the plan {value.codes} breaks a limit")
    told = doors_by_assess(problem, value.codes)
    if told != (value.sure, value.possible):
        raise InternalDisagreement(
            f"the plan {value.codes} opens {told} by the scalar check, "
            f"{(value.sure, value.possible)} by the planner"
        )
    terms = [instance.terms[n] for n in sorted(chosen)]
    lines = cost_lines(terms, problem.wishes.paid_once, instance.amounts)
    if sum(line.cents for line in lines) != value.cost:
        raise InternalDisagreement(f"the cost of {value.codes} is not the sum of its lines")
    return value
