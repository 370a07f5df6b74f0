"""Wishes as the form cleans them, as a plan keeps them, and as the core reads them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any  # kept wishes are JSON

from rounds.core.planner.problem import MAX_LETTERS, Wishes

MOST_LETTERS = MAX_LETTERS
TRAVEL_DAYS = 1

MOST_LETTERS = MAX_LETTERS


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks for. ``apply_to`` are the specialties whose programs count, empty for all.

    ``visa_weeks`` is how long the person expects a visa to take, ``None`` when not told.
    """

    season_year: int
    earliest: date
    latest: date
    budget: int | None = None
    letters: int = 0
    cents_for_a_letter: int = 0
    travel_days: int = TRAVEL_DAYS
    include_unknown_permission: bool = False
    apply_to: tuple[str, ...] = ()
    specialties: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    weights: tuple[tuple[str, int], ...] = ()
    pinned: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    visa_weeks: int | None = None


def kept(asked: Asked) -> dict[str, Any]:
    """As JSON keeps it."""
    return {
        "earliest": asked.earliest.isoformat(),
        "latest": asked.latest.isoformat(),
        "budget": asked.budget,
        "letters": asked.letters,
        "cents_for_a_letter": asked.cents_for_a_letter,
        "travel_days": asked.travel_days,
        "include_unknown_permission": asked.include_unknown_permission,
        "apply_to": sorted(asked.apply_to),
        "specialties": sorted(asked.specialties),
        "states": sorted(asked.states),
        "weights": [list(pair) for pair in sorted(asked.weights)],
        "pinned": sorted(asked.pinned),
        "excluded": sorted(asked.excluded),
        "visa_weeks": asked.visa_weeks,
    }


def asked_again(wishes: Mapping[str, Any], *, season_year: int) -> Asked:
    """What was kept, as it was asked."""
    told = {**wishes, "season_year": season_year}
    for name in ("earliest", "latest"):
        told[name] = date.fromisoformat(told[name])
    for name in ("apply_to", "specialties", "states", "pinned", "excluded"):
        told[name] = tuple(told[name])
    told["weights"] = tuple((code, weight) for code, weight in told["weights"])
    return Asked(**told)


def keeping(asked: Asked, code: str) -> Asked:
    """The same, but with a date that must be in the plan."""
    return replace(asked, pinned=_with(asked.pinned, code), excluded=_without(asked.excluded, code))


def leaving_out(asked: Asked, code: str) -> Asked:
    """The same, but with a date that may not be in the plan."""
    return replace(asked, pinned=_without(asked.pinned, code), excluded=_with(asked.excluded, code))


def _with(codes: tuple[str, ...], code: str) -> tuple[str, ...]:
    return (*_without(codes, code), code)


def _without(codes: tuple[str, ...], code: str) -> tuple[str, ...]:
    return tuple(one for one in codes if one != code)


def wishes_of(asked: Asked, *, terms: Collection[str], programs: Collection[str]) -> Wishes:
    """As the core reads them. What is left out or weighed and no longer there is not asked for."""
    return Wishes(
        earliest=asked.earliest,
        latest=asked.latest,
        budget=asked.budget,
        letters=asked.letters,
        cents_for_a_letter=asked.cents_for_a_letter,
        travel_days=asked.travel_days,
        include_unknown_permission=asked.include_unknown_permission,
        weights=tuple(pair for pair in asked.weights if pair[0] in programs),
        pinned=frozenset(asked.pinned),
        excluded=frozenset(asked.excluded) & frozenset(terms),
        specialties=frozenset(asked.specialties),
        states=frozenset(asked.states),
    )
