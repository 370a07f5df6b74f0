"""Doors against dollars: the plans that no other plan beats on both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rounds.core.eligibility.assess import assess
from rounds.core.planner.candidates import candidates
from rounds.core.planner.costs import has_unknown_cost
from rounds.core.planner.explain.pricing import Pricing, cost_of
from rounds.core.planner.explain.solving import (
    Solver,
    has_most_doors,
    is_cheapest_for_its_doors,
    most_doors,
)
from rounds.core.planner.explain.variants import (
    for_doors_and_dollars,
    roof,
    with_budget,
)
from rounds.core.planner.explain.weights import programs_that_count, weights_of
from rounds.core.planner.explain.words import counted
from rounds.core.planner.offers import Term
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem, with_plan
from rounds.core.planner.stop import Stop
from rounds.core.values import Cents, money
from rounds.core.vocabulary import Door

POINTS = 8


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """Terms nothing found beats on doors and dollars at once, by date.

    ``doors`` is the weighted number of open doors, ``gained`` those beyond what is open without a
    rotation; no plan of this cost gains more than ``gained_at_most``. ``is_proven``: no plan has
    as many doors for less money, or more doors for as much.
    """

    terms: tuple[Term, ...]
    doors: int
    gained: int
    gained_at_most: int
    cost: Cents
    is_proven: bool

    @property
    def sentence(self) -> str:
        doors = counted(self.gained, "more door")
        if self.is_proven:
            return f"{money(self.cost)}: {doors}, proven."
        return f"{money(self.cost)}: {doors}, not proven; at most {self.gained_at_most:,}."


@dataclass(frozen=True, slots=True)
class Frontier:
    """Points from the cheapest to the dearest. ``is_complete``: no point is missing, by proof."""

    points: tuple[FrontierPoint, ...]
    is_complete: bool
    solves: int

    @property
    def sentence(self) -> str:
        if not self.points:
            return "A term you insist on has a cost nobody states; dollars cannot be compared."
        if len(self.points) == 1:
            if self.is_complete:
                return "No amount of money opens a further door."
            return "No further door was found at any price; this is not proven."
        plans = f"{len(self.points):,} choices, from {money(self.points[0].cost)} up"
        if self.is_complete:
            return f"{plans}: none is missing, and nothing beats one on doors and dollars."
        return f"{plans}, the best found; others may lie between them."


@dataclass(frozen=True, slots=True)
class Ceiling:
    """No plan of at most ``budget`` has more than ``doors`` weighted doors."""

    budget: Cents
    doors: int


def frontier(
    problem: Problem, *, stop: Stop, points: int = POINTS, plan: Plan | None = None
) -> Frontier:
    """Doors against dollars, from the plan without a budget downward.

    Each solve asks for the most doors, then the least cost, below the cost of the point before
    (epsilon constraint). While more doors lie below than solves are left, budgets are spread
    evenly instead, so that the whole range is shown. At most ``points`` solves, each with an equal
    share of the limit; booking nothing but pinned terms is always a point. ``plan`` is the plan
    shown for this problem, a point too unless something found beats it. Pins, dates, law and
    seats stay as they are; letters are not asked.
    """
    question = for_doors_and_dollars(problem)
    start = _start(question)
    if not _is_priced(problem, start.terms):
        return Frontier((), is_complete=False, solves=0)
    found = _walk(question, Solver(stop, solves=points), start)
    ceilings = [Ceiling(roof(question), sum(weights_of(problem).values()))]
    ceilings += [Ceiling(budget, most_doors(one)) for budget, one in found]
    ceilings.append(Ceiling(_cheapest_step(question, start) - 1, start.doors))
    if plan is not None and has_most_doors(plan):
        ceilings.append(Ceiling(_budget_of(problem), plan.sure_doors))
    plans = [one for _, one in found]
    if plan is not None and _is_priced(problem, plan.terms):
        plans.append(plan)
    cheapest = {(one.cost, one.sure_doors) for one in plans if is_cheapest_for_its_doors(one)}
    gained_from = _doors_with(problem, ())
    shown = _undominated([start, *map(_bare, plans)])
    made = tuple(_point(one, start, ceilings, cheapest, gained_from) for one in shown)
    return Frontier(made, _nothing_between(made, ceilings, roof(question)), len(found))


@dataclass(frozen=True, slots=True)
class Bare:
    """Terms with what they cost and open."""

    terms: tuple[Term, ...]
    doors: int
    cost: Cents


def _bare(plan: Plan) -> Bare:
    return Bare(plan.terms, plan.sure_doors, plan.cost)


def _start(problem: Problem) -> Bare:
    """Nothing but the pinned terms, which no plan can undercut."""
    pinned = [term for term in problem.terms if term.code in problem.wishes.pinned]
    terms = tuple(sorted(pinned, key=lambda one: (one.span, one.code)))
    return Bare(terms, _doors_with(problem, terms), cost_of(problem, terms))


def _cheapest_step(problem: Problem, start: Bare) -> Cents:
    """Below this cost no plan holds any other term than the start does."""
    pinned = frozenset(term.code for term in start.terms)
    entering = candidates(with_budget(problem, roof(problem))).terms
    pricing = Pricing(problem, start.terms)
    steps = (pricing.added_by(term) for term in entering if term.code not in pinned)
    return start.cost + min(steps, default=roof(problem))


def _is_priced(problem: Problem, terms: Iterable[Term]) -> bool:
    """True when every cost of these terms is stated by somebody."""
    return not any(has_unknown_cost(term, problem.wishes.paid_once) for term in terms)


def _budget_of(problem: Problem) -> Cents:
    """The budget of a question, or more than any plan can cost."""
    return roof(problem) if problem.wishes.budget is None else problem.wishes.budget


def _walk(problem: Problem, solver: Solver, start: Bare) -> list[tuple[Cents, Plan]]:
    """Plans from the dearest down, each with the budget it was asked for."""
    found: list[tuple[Cents, Plan]] = []
    points, budget = solver.left, roof(problem)
    while (plan := solver.best(with_budget(problem, budget))) is not None:
        found.append((budget, plan))
        if plan.cost <= start.cost or (plan.sure_doors <= start.doors and has_most_doors(plan)):
            break
        budget = plan.cost - 1
        if plan.sure_doors - start.doors > solver.left:
            above = found[0][1].cost - start.cost
            budget = min(budget, start.cost + above * solver.left // points)
    return found


def _point(
    bare: Bare,
    start: Bare,
    ceilings: Sequence[Ceiling],
    cheapest: set[tuple[Cents, int]],
    gained_from: int,
) -> FrontierPoint:
    most = _most(ceilings, bare.cost)
    no_cheaper = (
        bare.cost <= start.cost
        or (bare.cost, bare.doors) in cheapest
        or _most(ceilings, bare.cost - 1) < bare.doors
    )
    return FrontierPoint(
        bare.terms,
        bare.doors,
        bare.doors - gained_from,
        most - gained_from,
        bare.cost,
        is_proven=most <= bare.doors and no_cheaper,
    )


def _most(ceilings: Sequence[Ceiling], cost: Cents) -> int:
    """No plan of at most ``cost`` has more weighted doors."""
    return min(one.doors for one in ceilings if one.budget >= cost)


def _nothing_between(
    points: Sequence[FrontierPoint], ceilings: Sequence[Ceiling], top: Cents
) -> bool:
    """True when every point is proven, and no plan lies between two or beyond the last."""
    return (
        all(point.is_proven for point in points)
        and all(_most(ceilings, two.cost - 1) <= one.doors for one, two in pairwise(points))
        and _most(ceilings, top) <= points[-1].doors
    )


def _undominated(plans: Iterable[Bare]) -> list[Bare]:
    kept: list[Bare] = []
    for one in sorted(plans, key=lambda each: (each.cost, -each.doors)):
        if not kept or one.doors > kept[-1].doors:
            kept.append(one)
    return kept


def _doors_with(problem: Problem, terms: tuple[Term, ...]) -> int:
    """Weighted doors open with nothing booked but these terms."""
    weights = weights_of(problem)
    facts = with_plan(problem.facts, terms)
    seen = assess(facts, programs_that_count(problem), problem.season)
    return sum(weights[one.program.id] for one in seen if one.door is Door.OPEN)
