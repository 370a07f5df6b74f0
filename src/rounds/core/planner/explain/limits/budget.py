"""What the budget costs in doors, and how many dollars more open one."""

from dataclasses import dataclass

from rounds.core.planner.explain.frontier import FrontierPoint
from rounds.core.planner.explain.limits.ground import Ground
from rounds.core.planner.explain.limits.limit import LeastChange, Limit, LimitName, not_a_limit
from rounds.core.planner.explain.solving import (
    Solver,
    has_most_doors,
    is_cheapest_for_its_doors,
)
from rounds.core.planner.explain.variants import roof, with_budget
from rounds.core.planner.explain.words import counted
from rounds.core.planner.plan import Plan
from rounds.core.values import Cents, money

NO_BUDGET = "You set no budget, so none limits the plan."
ALREADY = (
    "More doors were found within the same budget while searching: the plan shown is not the "
    "best. Allow the search more time."
)


@dataclass(slots=True)
class _Cheapest:
    """The cheapest way known to more doors; ``none_below``: no cheaper one, by proof."""

    cost: Cents
    doors: int
    none_below: bool


def budget_limit(ground: Ground, solver: Solver) -> Limit:
    """Doors gained without the budget, and the least extra money that opens one more.

    The least is exact when a proven plan has exactly one more weighted door at least cost, or a
    cent less is proven to open none; else it is an upper bound, said so.
    """
    budget = ground.problem.wishes.budget
    if budget is None:
        return not_a_limit(LimitName.BUDGET, NO_BUDGET)
    rich = with_budget(ground.problem, roof(ground.problem))
    singles = ground.singles(rich)
    top = solver.best(rich)
    limit = _with_known(ground, ground.limit(LimitName.BUDGET, top, singles))
    known = [ground.plan.cost + one.price for one in singles]
    found = [_Cheapest(cost, one.doors, False) for cost, one in zip(known, singles, strict=True)]
    if top is not None and ground.more_doors(top):
        found.append(_cheapest(ground, top))
    found += [_known(ground, point) for point in _better_points(ground)]
    if not found:
        return limit
    start = min(found, key=lambda one: (one.cost, not one.none_below))
    least = _least(ground, budget, _search(ground, solver, start, budget))
    return Limit(limit.name, limit.gained, limit.opened, limit.is_proven, (least,))


def _better_points(ground: Ground) -> list[FrontierPoint]:
    """Known points of the frontier with more doors than the plan, the cheapest first."""
    return [point for point in ground.known if point.doors > ground.plan.sure_doors]


def _known(ground: Ground, point: FrontierPoint) -> _Cheapest:
    doors = point.doors - ground.plan.sure_doors
    return _Cheapest(point.cost, doors, none_below=doors == 1 and point.is_proven)


def _with_known(ground: Ground, limit: Limit) -> Limit:
    """The same limit, or a better lower bound that the frontier already holds."""
    for point in _better_points(ground)[-1:]:
        gained = point.doors - ground.plan.sure_doors
        if gained > limit.gained:
            return Limit(limit.name, gained, ground.opened_by(point.terms), is_proven=False)
    return limit


def _cheapest(ground: Ground, plan: Plan) -> _Cheapest:
    doors = ground.more_doors(plan)
    return _Cheapest(plan.cost, doors, none_below=doors == 1 and is_cheapest_for_its_doors(plan))


def _search(ground: Ground, solver: Solver, start: _Cheapest, below: Cents) -> _Cheapest:
    """Halve the gap in money, or ask a cent below once few doors are left between.

    Up to ``below`` no plan has more doors than the shown one, if that is proven.
    """
    best = start
    while not best.none_below and best.cost - 1 > below and solver.left:
        budget = best.cost - 1 if best.doors <= solver.left else (below + best.cost) // 2
        plan = solver.best(with_budget(ground.problem, budget))
        if plan is None:
            break
        if ground.more_doors(plan):
            best = _cheapest(ground, plan)
        elif has_most_doors(plan):
            below = budget
        else:
            break
    best.none_below = best.none_below or best.cost - 1 <= below
    return best


def _least(ground: Ground, budget: Cents, best: _Cheapest) -> LeastChange:
    extra = best.cost - budget
    if extra <= 0:
        return LeastChange("budget.already", ALREADY, best.doors)
    is_proven = best.none_below and has_most_doors(ground.plan)
    doors = counted(best.doors, "more door")
    if is_proven:
        sentence = f"{money(extra)} more opens {doors}; less opens none."
    else:
        sentence = f"At most {money(extra)} more is needed: that opens {doors}."
    return LeastChange("budget.more", sentence, best.doors, extra, is_proven)
