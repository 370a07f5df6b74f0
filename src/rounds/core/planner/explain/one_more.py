"""The effect of one more rotation: facts and plan stay as they are, the budget is set aside."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rounds.core.planner.calendar import clash, stay_of
from rounds.core.planner.candidates import candidates
from rounds.core.planner.costs import has_unknown_cost
from rounds.core.planner.explain.growth import Growth
from rounds.core.planner.explain.pricing import Pricing
from rounds.core.planner.explain.variants import with_budget
from rounds.core.planner.explain.weights import programs_that_count, weight_sum, weights_of
from rounds.core.planner.explain.words import counted
from rounds.core.planner.offers import Term
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem, with_plan
from rounds.core.values import Cents, day, money

MOST_ADDITIONS = 5


@dataclass(frozen=True, slots=True)
class Addition:
    """One term on top of the plan: program ids gained, and what it adds to the cost.

    ``made_possible`` holds opened doors too, unless they were possible before.

    ``doors`` and ``possible_doors`` are the weighted numbers of both. ``is_price_complete`` is
    False when some part of the price is stated by nobody. ``also`` are other dates of the same
    rotation with the same gain and price.
    """

    term: Term
    opened: tuple[str, ...]
    made_possible: tuple[str, ...]
    doors: int
    possible_doors: int
    price: Cents
    is_price_complete: bool
    also: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, int, bool, Cents, str]:
        """Less is better."""
        unpriced = not self.is_price_complete
        return -self.doors, -self.possible_doors, unpriced, self.price, self.term.code

    @property
    def sentence(self) -> str:
        gains = []
        if self.opened:
            gains.append(f"opens {counted(len(self.opened), 'more door')}")
        others = len(frozenset(self.made_possible) - frozenset(self.opened))
        if others:
            gains.append(f"makes {counted(others, 'other door')} possible")
        price = f"{'' if self.is_price_complete else 'at least '}{money(self.price)} more"
        term = self.term
        where = f"{term.rotation}, {term.site.name}, from {day(term.span.first)} ({term.code})"
        return f"{where} {' and '.join(gains)}, for {price}."


@dataclass(frozen=True, slots=True)
class OneMore:
    """The best additions, best first; empty when no single term helps. ``tried`` terms fitted."""

    best: tuple[Addition, ...]
    tried: int

    @property
    def sentence(self) -> str:
        if not self.tried:
            return "No further rotation of the catalog fits beside this plan."
        fitting = counted(self.tried, "rotation date fits", "rotation dates fit")
        if not self.best:
            return (
                f"One more rotation opens no further door: {fitting} beside this plan, none helps."
            )
        if not self.best[0].opened:
            return f"One more rotation surely opens no further door. {self.best[0].sentence}"
        return f"With one more rotation, budget aside: {self.best[0].sentence}"


def one_more_rotation(problem: Problem, plan: Plan, *, most: int = MOST_ADDITIONS) -> OneMore:
    """The best single additions to a plan: weighted doors, possible doors, price, code.

    Every term that may enter without a budget and clashes with no chosen term is tried once; no
    solver runs. An addition that neither opens a door nor makes one possible is left out.
    """
    question = with_budget(problem, None)
    fitting = terms_beside(question, plan)
    found = additions(question, plan, fitting, growth_after(problem, plan))
    return OneMore(tuple(_grouped(found))[:most], len(fitting))


def growth_after(problem: Problem, plan: Plan) -> Growth:
    """What one more term adds once this plan is done."""
    facts = with_plan(problem.facts, plan.terms)
    return Growth(facts=facts, season=problem.season, programs=programs_that_count(problem))


def terms_beside(problem: Problem, plan: Plan) -> tuple[Term, ...]:
    """Terms that may enter and clash with no chosen one, by code; the sum of costs is not asked."""
    chosen = {term.code for term in plan.terms}
    stays = [stay_of(term) for term in plan.terms]
    return tuple(
        term
        for term in candidates(problem).terms
        if term.code not in chosen
        and not any(clash(stay_of(term), stay, problem.wishes.travel_days) for stay in stays)
    )


def additions(
    problem: Problem, plan: Plan, fitting: Iterable[Term], growth: Growth
) -> list[Addition]:
    """Every helpful single addition within the problem's budget, best first."""
    weights = weights_of(problem)
    pricing = Pricing(problem, plan.terms)
    found = []
    for term in fitting:
        gain = growth.gain(term)
        if not gain.opened and not gain.made_possible:
            continue
        addition = Addition(
            term,
            gain.opened,
            gain.made_possible,
            weight_sum(gain.opened, weights),
            weight_sum(gain.made_possible, weights),
            pricing.added_by(term),
            not has_unknown_cost(term, problem.wishes.paid_once),
        )
        budget = problem.wishes.budget
        if budget is None or plan.cost + addition.price <= budget:
            found.append(addition)
    return sorted(found, key=lambda one: one.rank)


def _grouped(additions: Iterable[Addition]) -> Iterable[Addition]:
    """Other dates of one rotation with the same gain and price folded into the first."""
    groups: dict[tuple[object, ...], list[Addition]] = {}
    for one in additions:
        key = (one.term.rotation, one.term.site.id, one.opened, one.made_possible, one.price)
        groups.setdefault(key, []).append(one)
    for first, *others in groups.values():
        yield replace(first, also=tuple(other.term.code for other in others))
