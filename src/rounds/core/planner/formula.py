"""Monotone formulas over thresholds: what must be chosen for a clause to become met or possible.

A formula is True, False, a ``Threshold``, ``Both`` (all parts) or ``Either`` (one part). Terms are
named by their position among the candidates. Building through ``both``, ``either`` and
``threshold`` keeps formulas in one canonical shape, so that equal clauses are equal objects.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from math import gcd

Group = tuple[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Threshold:
    """Σ weight · [some term of the group is chosen] ≥ ``need``; groups are (weight, terms)."""

    groups: tuple[Group, ...]
    need: int
    groups_hash: int = field(init=False, compare=False, repr=False)
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "groups_hash", hash(self.groups))
        object.__setattr__(self, "_hash", hash((self.groups_hash, self.need)))

    def __hash__(self) -> int:
        """Counted once: groups may name thousands of terms."""
        return self._hash


@dataclass(frozen=True, slots=True)
class Both:
    """Every part holds; at least two parts."""

    parts: frozenset["Formula"]


@dataclass(frozen=True, slots=True)
class Either:
    """Some part holds; at least two parts."""

    parts: frozenset["Formula"]


Formula = bool | Threshold | Both | Either


@dataclass(frozen=True, slots=True)
class Column:
    """What must be chosen for a clause or door to be surely met, and to be possibly met."""

    sure: Formula
    possible: Formula


def threshold(groups: Iterable[Group], need: int) -> Formula:
    """The canonical threshold: equal truth for every choice of terms, tightest numbers.

    Weights are cut to the need, the need is raised to the next sum that can be reached, both are
    divided by their common factor; groups that suffice alone become one group when no other is
    left.
    """
    if need <= 0:
        return True
    kept = [(min(need, weight), terms) for weight, terms in groups if weight > 0]
    kept = [group for group in kept if group[1]]
    weights = [weight for weight, _ in kept]
    if sum(weights) < need:
        return False
    cut, need = need, _reachable(weights, need)
    if min(weights) == cut:
        everything = tuple(sorted({term for _, terms in kept for term in terms}))
        return Threshold(((1, everything),), 1)
    factor = reduce(gcd, {weight for weight in weights if weight < cut}, need)
    share = {weight: (need if weight == cut else weight) // factor for weight in set(weights)}
    return Threshold(
        tuple(sorted((share[weight], terms) for weight, terms in kept)), need // factor
    )


def _reachable(weights: list[int], need: int) -> int:
    """The smallest sum of some of the weights that is at least ``need``; there is one.

    Counting each weight as often as it occurs, by bits: bit n of ``sums`` says that n is a sum.
    """
    sums = 1
    limit = (1 << (2 * need + 1)) - 1
    for weight, count in Counter(weights).items():
        for _ in range(min(count, -(-need // weight))):
            sums |= sums << weight & limit
    above = sums >> need
    return need + (above & -above).bit_length() - 1


def both(parts: Iterable[Formula]) -> Formula:
    """All parts hold."""
    found: set[Formula] = set()
    for part in parts:
        if part is False:
            return False
        if isinstance(part, Both):
            found |= part.parts
        elif part is not True:
            found.add(part)
    found = _tightest(found, strongest=True)
    found = {
        one for one in found if not (isinstance(one, Either) and any(p in found for p in one.parts))
    }
    return _joined(found, Both, empty=True)


def either(parts: Iterable[Formula]) -> Formula:
    """Some part holds."""
    found: set[Formula] = set()
    for part in parts:
        if part is True:
            return True
        if isinstance(part, Either):
            found |= part.parts
        elif part is not False:
            found.add(part)
    found = _tightest(found, strongest=False)
    found = {
        one for one in found if not (isinstance(one, Both) and any(p in found for p in one.parts))
    }
    return _joined(found, Either, empty=False)


def _joined(found: set[Formula], sort: type[Both] | type[Either], *, empty: bool) -> Formula:
    if not found:
        return empty
    return next(iter(found)) if len(found) == 1 else sort(frozenset(found))


def _tightest(found: set[Formula], *, strongest: bool) -> set[Formula]:
    """Of thresholds over the same groups keep the highest (all) or the lowest (any)."""
    alike: dict[int, list[Threshold]] = {}
    for one in found:
        if isinstance(one, Threshold):
            alike.setdefault(one.groups_hash, []).append(one)
    kept = set(found)
    for same in alike.values():
        for one in same:
            if any(_is_tighter(other, one, strongest=strongest) for other in same):
                kept.discard(one)
    return kept


def _is_tighter(one: Threshold, two: Threshold, *, strongest: bool) -> bool:
    differs = one.need > two.need if strongest else one.need < two.need
    return differs and one.groups == two.groups


def thresholds(formula: Formula) -> frozenset[Threshold]:
    """Every threshold inside."""
    if isinstance(formula, Threshold):
        return frozenset({formula})
    if isinstance(formula, Both | Either):
        return frozenset[Threshold]().union(*(thresholds(part) for part in formula.parts))
    return frozenset()


def holds(formula: Formula, chosen: frozenset[int]) -> bool:
    """The truth of a formula for a choice of terms."""
    match formula:
        case bool():
            return formula
        case Threshold(groups, need):
            return sum(weight for weight, terms in groups if not chosen.isdisjoint(terms)) >= need
        case Both(parts):
            return all(holds(part, chosen) for part in parts)
        case Either(parts):
            return any(holds(part, chosen) for part in parts)


def places(*formulas: Formula) -> dict[Threshold, int]:
    """The thresholds of the formulas in an order that depends on nothing but themselves."""
    found = frozenset[Threshold]().union(*map(thresholds, formulas))
    ordered = sorted(found, key=lambda one: (one.need, one.groups_hash, one.groups))
    return {one: place for place, one in enumerate(ordered)}


def sort_key(formula: Formula, place: dict[Threshold, int]) -> tuple[object, ...]:
    """Orders formulas by the places of their thresholds."""
    match formula:
        case bool():
            return (0, formula)
        case Threshold():
            return (1, place[formula])
        case Both(parts):
            return (2, len(parts), sorted(sort_key(part, place) for part in parts))
        case Either(parts):
            return (3, len(parts), sorted(sort_key(part, place) for part in parts))
