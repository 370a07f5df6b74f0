"""The slow, obvious planner: try every set of terms and judge each with the scalar check.

Nothing here shares code with the engine except the contracts, ``assess`` and ``with_plan``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rounds.core.eligibility.assess import assess
from rounds.core.planner.offers import Term
from rounds.core.planner.problem import Problem, with_plan
from rounds.core.vocabulary import Door, Mode

Rank = tuple[int, int, int, int, int, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Tried:
    """A set of terms and its rank: less is better, stage by stage."""

    terms: tuple[Term, ...]
    cost: int
    rank: Rank


def best_of_all(problem: Problem, entering: tuple[Term, ...]) -> Tried:
    """The best of all sets of the terms that may enter."""
    return min(all_plans(problem, entering), key=lambda one: one.rank)


def all_plans(problem: Problem, entering: tuple[Term, ...]) -> Iterator[Tried]:
    """Every set within the limits, judged."""
    for chosen in _sets(problem, entering):
        cost = _cost(problem, chosen)
        if problem.wishes.budget is not None and cost > problem.wishes.budget:
            continue
        if not problem.wishes.pinned <= {one.code for one in chosen}:
            continue
        yield _judged(problem, chosen, cost)


def _sets(
    problem: Problem, terms: tuple[Term, ...], chosen: tuple[Term, ...] = ()
) -> Iterator[tuple[Term, ...]]:
    if not terms:
        yield chosen
        return
    yield from _sets(problem, terms[1:], chosen)
    if all(_can_follow(problem, terms[0], other) for other in chosen):
        yield from _sets(problem, terms[1:], (*chosen, terms[0]))


def _can_follow(problem: Problem, one: Term, two: Term) -> bool:
    early, late = sorted((one, two), key=lambda term: term.span)
    free_days = (late.span.first - early.span.last).days - 1
    both_there = Mode.VIRTUAL not in (one.mode, two.mode)
    moves = both_there and (one.site.city, one.site.state) != (two.site.city, two.site.state)
    return free_days >= (problem.wishes.travel_days if moves else 0)


def _cost(problem: Problem, chosen: tuple[Term, ...]) -> int:
    each, once, travel = 0, {}, {}
    for one in chosen:
        for line in one.price:
            if not line.once:
                each += line.cents or 0
            elif line.once not in problem.wishes.paid_once:
                once[line.once] = line.cents or 0
        if one.mode is Mode.IN_PERSON:
            each += (one.site.housing_cents_a_week or 0) * one.weeks
            travel[one.site.city] = one.site.travel_cents or 0
    return each + sum(once.values()) + sum(travel.values())


def _judged(problem: Problem, chosen: tuple[Term, ...], cost: int) -> Tried:
    wishes = problem.wishes
    weights = dict(wishes.weights)
    seen = assess(with_plan(problem.facts, chosen), problem.programs, problem.season)
    sure = sum(weights.get(one.program.id, 1) for one in seen if one.door is Door.OPEN)
    possible = sum(weights.get(one.program.id, 1) for one in seen if one.is_possible)
    facts = with_plan(problem.facts, chosen)

    authors = {
        one.author
        for one in facts.letters
        if one.is_certain and one.ready_on <= problem.season.apply_on
    }
    letters = min(wishes.letters, len(authors))
    finish = max((one.span.last.toordinal() for one in chosen), default=0)
    codes = tuple(sorted(one.code for one in chosen))
    net = cost - wishes.cents_for_a_letter * letters
    return Tried(chosen, cost, (-sure, -possible, net, -letters, finish, len(codes), codes))
