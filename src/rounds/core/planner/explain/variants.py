"""The same question with one limit changed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rounds.core.legality.rulebook import Rulebook
from rounds.core.planner.costs import own_cents, shared_cents
from rounds.core.planner.problem import Problem
from rounds.core.values import Cents


def with_budget(problem: Problem, budget: Cents | None) -> Problem:
    """Another budget; ``None`` sets it aside."""
    return replace(problem, wishes=replace(problem.wishes, budget=budget))


def roof(problem: Problem) -> Cents:
    """A budget no plan can exceed: all terms and all shared costs together, at least a dollar.

    Unlike no budget at all it keeps out terms whose cost nobody states.
    """
    return 100 + sum(map(own_cents, problem.terms)) + sum(shared_cents(problem.terms).values())


def for_doors_and_dollars(problem: Problem) -> Problem:
    """The same question without a wish for letters, which would mix with the dollars."""
    return replace(problem, wishes=replace(problem.wishes, letters=0, cents_for_a_letter=0))


def with_dates(problem: Problem, *, earliest: date, latest: date) -> Problem:
    """Other wished dates."""
    return replace(problem, wishes=replace(problem.wishes, earliest=earliest, latest=latest))


def with_seats(problem: Problem, codes: frozenset[str]) -> Problem:
    """One seat in each of these terms."""
    terms = tuple(replace(term, seats=1) if term.code in codes else term for term in problem.terms)
    return replace(problem, terms=terms)


def with_law_aside(
    problem: Problem, *, entering: Iterable[str], unlocked: frozenset[str]
) -> Problem:
    """A question no law is asked in: ``entering`` may enter as before, ``unlocked`` besides.

    An empty rulebook rules everything *unknown*; ticking unknown lets it in; every other term is
    left out by code. Only for counting what the law closes, never for a plan to be shown.
    """
    kept = frozenset(entering) | unlocked
    left_out = frozenset(term.code for term in problem.terms) - kept
    wishes = replace(
        problem.wishes,
        include_unknown_permission=True,
        excluded=problem.wishes.excluded | left_out,
    )
    return replace(problem, rulebook=Rulebook(), wishes=wishes)
