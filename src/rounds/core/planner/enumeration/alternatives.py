"""A formula as alternatives: sets of thresholds, each enough for the formula to hold."""

from itertools import product

from rounds.core.planner.formula import Both, Either, Formula, Threshold

Alternative = frozenset[Threshold]
MOST_ALTERNATIVES = 24


class TooManyError(Exception):
    """The formula has more alternatives than the search can lay out."""


def alternatives(formula: Formula, place: dict[Threshold, int]) -> tuple[Alternative, ...]:
    """The least sets of thresholds that make the formula hold, in a fixed order.

    Raises TooManyError beyond MOST_ALTERNATIVES.
    """
    found = _least(_alternatives(formula))
    return tuple(sorted(found, key=lambda one: (len(one), sorted(place[t] for t in one))))


def _alternatives(formula: Formula) -> set[Alternative]:
    match formula:
        case Threshold():
            return {frozenset({formula})}
        case Either(parts):
            return _bounded({one for part in parts for one in _alternatives(part)})
        case Both(parts):
            found = {Alternative()}
            for part in parts:
                found = _bounded({one | two for one, two in product(found, _alternatives(part))})
            return found
        case _:
            return {Alternative()} if formula else set()


def _bounded(found: set[Alternative]) -> set[Alternative]:
    least = _least(found)
    if len(least) > MOST_ALTERNATIVES:
        raise TooManyError
    return least


def _least(found: set[Alternative]) -> set[Alternative]:
    return {one for one in found if not any(other < one for other in found)}
