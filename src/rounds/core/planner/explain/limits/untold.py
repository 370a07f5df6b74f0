"""What untold facts cost in doors: at best, for nobody knows the answers."""

from rounds.core.planner.explain.limits.limit import LeastChange, Limit, LimitName, not_a_limit
from rounds.core.planner.explain.told import untold_facts
from rounds.core.planner.explain.weights import weight_sum, weights_of
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem

ALL_TOLD = "No door waits for a fact you have not told us."


def untold_limit(problem: Problem, plan: Plan) -> Limit:
    """Doors that could open at best if every untold fact were told, with the plan as it is."""
    untold = untold_facts(problem, plan)
    if not untold.facts:
        return not_a_limit(LimitName.UNTOLD, ALL_TOLD)
    weights = weights_of(problem)
    opened = untold.could_open_together
    least = tuple(
        LeastChange(f"untold.{fact.code}", fact.sentence, weight_sum(fact.could_open, weights))
        for fact in untold.facts
    )
    return Limit(LimitName.UNTOLD, weight_sum(opened, weights), opened, is_proven=True, least=least)
