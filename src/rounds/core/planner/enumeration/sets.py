"""Try every set of families the budget can pay, cut off where the doors cannot be enough.

A family counts with the most that any of its terms adds, whatever the calendar says; so no set of
terms is better than its set of families, and a set of families that falls short is left with all
that extend it when even what the rest of the money could bring is too little.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.enumeration.incumbent import Incumbent
from rounds.core.planner.enumeration.layout import Layout
from rounds.core.planner.enumeration.parts import POSSIBLE, SURE, Total, total
from rounds.core.planner.enumeration.sorts import assign


@dataclass(frozen=True, slots=True)
class Choice:
    """Families chosen so far by number, what they surely add at best, and what they cost.

    ``amounts`` add up by threshold what they add, an author's letters each time.
    """

    picks: tuple[int, ...]
    sure: Total
    authors: frozenset[int]
    cost: int
    shared: frozenset[int]
    days: int
    amounts: NDArray[np.int64]


def try_all_sets(layout: Layout, known: Incumbent) -> None:
    """Leave the best plan in ``known``, or raise OutOfStepsError with a better one in it."""
    start = pins_only(layout)
    _consider(layout, start, known)
    _extend(layout, start, 0, _limit_from(layout, start, 0, known), known)


def pins_only(layout: Layout) -> Choice:
    """The choice of no family beside the pins."""
    instance = layout.instance
    return Choice(
        picks=(),
        sure=total(layout.pins, SURE),
        authors=frozenset(part.author for part in layout.pins if part.gives_letter),
        cost=instance.cost(instance.pinned),
        shared=frozenset(k for n in instance.pinned for k in instance.shared_of[n]),
        days=sum(instance.stays[n].length_days for n in instance.pinned),
        amounts=layout.pinned_amounts,
    )


def sure_bound(layout: Layout) -> int:
    """The most sure doors the money could open, each threshold by itself."""
    return _sure_at_most(layout, pins_only(layout), 0)


def _extend(layout: Layout, choice: Choice, first: int, limit: int, known: Incumbent) -> None:
    """Try every longer set that costs at most ``limit``."""
    payable = np.flatnonzero(layout.costs[first:] <= limit - choice.cost) + first
    left = layout.budget - choice.cost - layout.costs[payable]
    least = known.value.sure - layout.instance.doors.sure_now
    for k in layout.glance.promising(choice.amounts, payable, left, least):
        known.step()
        longer = _with_family(layout, choice, k)
        if longer is None or longer.cost > limit:
            continue
        within = _limit_from(layout, longer, k, known)
        if longer.cost <= within:
            _consider(layout, longer, known)
            _extend(layout, longer, k, within, known)


def _limit_from(layout: Layout, choice: Choice, first: int, known: Incumbent) -> int:
    """What a set from here may cost to be as good as the best known; -1 when none can be.

    The budget while more doors can open; what the best plan costs when doors can only be equal.
    """
    bound = _sure_at_most(layout, choice, first)
    if bound != known.value.sure:
        return layout.budget if bound > known.value.sure else -1
    more = layout.reach.of(POSSIBLE, first, layout.budget - choice.cost)
    possible = _possible(layout, choice, more)
    if possible != known.value.possible:
        return layout.budget if possible > known.value.possible else -1
    instance = layout.instance
    letters = instance.counted(len(instance.authors))
    return min(layout.budget, known.value.net + instance.letter_cents * letters)


def _with_family(layout: Layout, choice: Choice, k: int) -> Choice | None:
    """The choice with one more of a family; None when money, days or terms do not suffice."""
    family, part = layout.families[k], layout.parts[k]
    cost = choice.cost + family.own
    for one in family.shared:
        if one not in choice.shared:
            cost += layout.instance.shared[one].cents
    days = choice.days + family.days
    if cost > layout.budget or days > layout.days or choice.picks.count(k) >= family.most:
        return None
    return Choice(
        (*choice.picks, k),
        choice.sure.plus(part, SURE),
        choice.authors | {part.author} if part.gives_letter else choice.authors,
        cost,
        choice.shared.union(family.shared) if family.shared else choice.shared,
        days,
        choice.amounts + layout.glance.adds[k],
    )


def _sure_at_most(layout: Layout, choice: Choice, first: int) -> int:
    more = layout.reach.of(SURE, first, layout.budget - choice.cost)
    worth = layout.boards[SURE].worth(choice.sure.amount + more)
    return layout.instance.doors.sure_now + worth


def _possible(layout: Layout, choice: Choice, more: int) -> int:
    parts = (*layout.pins, *(layout.parts[k] for k in choice.picks))
    worth = layout.boards[POSSIBLE].worth(total(parts, POSSIBLE).amount + more)
    return layout.instance.doors.possible_now + worth


def _consider(layout: Layout, choice: Choice, known: Incumbent) -> None:
    """Look closely at a set that, at its best, is as good as the best plan known."""
    instance = layout.instance
    sure = instance.doors.sure_now + layout.boards[SURE].worth(choice.sure.amount)
    if sure < known.value.sure:
        return
    letters = instance.counted(len(choice.authors))
    net = instance.net(choice.cost, letters)
    if (-sure, -_possible(layout, choice, 0), net, -letters) <= known.figures:
        assign(layout, choice.picks, choice.cost, known)
