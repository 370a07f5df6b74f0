"""The search itself: one mask a filter, combined for the result and for each facet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import reduce
from typing import overload

import numpy as np
from django.db.models import F

from rounds.web.catalog.models import Term
from rounds.web.catalog.queries.search.shelf import NO_PRICE, Array, Shelf, shelf
from rounds.web.catalog.queries.search.wanted import FACETS, Wanted
from rounds.web.catalog.queries.search.words import asked, best_rotations_with, rotations_with

EARTH_MILES = 3958.8
UNSTATED = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Hit:
    """A rotation with its terms that fit, earliest first; miles only when a place was given."""

    rotation: int
    terms: tuple[int, ...]
    first: date
    cents: int | None
    weeks: int
    miles: float | None


class Hits(Sequence[Hit]):
    """All hits in their order; each is made when it is looked at."""

    def __init__(self, kept: Shelf, groups: "Groups", order: Array) -> None:
        self._kept, self._groups, self._order = kept, groups, order

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> list[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | list[Hit]:
        if isinstance(index, slice):
            return [self._hit(int(group)) for group in self._order[index]]
        return self._hit(int(self._order[index]))

    def _hit(self, group: int) -> Hit:
        kept, groups = self._kept, self._groups
        rows = groups.rows[groups.starts[group] : groups.ends[group]]
        cents, miles = int(groups.cents[group]), float(groups.miles[group])
        return Hit(
            rotation=int(kept.rotations[groups.rotation[group]]),
            terms=tuple(map(int, kept.term[rows])),
            first=date.fromordinal(int(groups.first[group])),
            cents=None if cents == UNSTATED else cents,
            weeks=int(groups.weeks[group]),
            miles=None if np.isnan(miles) else round(miles, 1),
        )


@dataclass(frozen=True, slots=True)
class Groups:
    """The fitting terms by rotation: ``rows`` of group n are those from ``starts`` to ``ends``.

    ``first`` day, least ``cents`` (``UNSTATED`` when no term has a price), least ``weeks``.
    """

    rotation: Array
    rows: Array
    starts: Array
    ends: Array
    first: Array
    cents: Array
    weeks: Array
    miles: Array


@dataclass(frozen=True, slots=True)
class Found:
    """All hits in the order asked for, the number behind each further choice, and advice.

    ``facets`` count rotations, each facet with all other filters applied. ``starts`` are the
    first days of fitting terms with their number. ``drop`` names filters whose dropping alone
    gives results, with how many; ``meant`` is a word of ours close to one that nothing holds.
    """

    hits: Hits
    terms: int
    facets: dict[str, list[tuple[str, int]]]
    starts: list[tuple[date, int]]
    drop: list[tuple[str, int]]
    meant: str = ""


def find(wanted: Wanted, *, on: date, sort: str = "date") -> Found:
    """Search the open terms that begin after a day. Three queries at most, however many terms."""
    kept = shelf()
    words = asked(wanted.text)
    ranked = best_rotations_with(words) if sort == "relevance" else rotations_with(words)
    masks = _masks(kept, wanted, on=on, ranked=ranked)
    all_hold = _together(kept, masks)
    groups = _groups(kept, all_hold, wanted)
    hits = Hits(kept, groups, _order(kept, groups, sort, ranked))
    return Found(
        hits=hits,
        terms=int(all_hold.sum()),
        facets={name: _facet(kept, name, masks, all_hold) for name in FACETS},
        starts=_starts(kept, all_hold),
        drop=[] if hits else _advice(kept, masks, wanted),
        meant="" if ranked or not words else _meant(words, kept.vocabulary),
    )


def _masks(kept: Shelf, wanted: Wanted, *, on: date, ranked: list[int]) -> dict[str, Array]:
    """Which terms each filter lets through; ``open`` always holds."""
    masks: dict[str, Array] = {"open": np.greater(kept.first, on.toordinal())}
    for name in FACETS:
        if chosen := getattr(wanted, name):
            masks[name] = _chosen(kept, name, chosen)
    if wanted.text:
        masks["text"] = np.isin(kept.rotations, ranked)[kept.rotation]
    if wanted.weeks:
        masks["weeks"] = np.isin(kept.weeks, list(wanted.weeks))
    if wanted.earliest:
        masks["earliest"] = np.greater_equal(kept.first, wanted.earliest.toordinal())
    if wanted.latest:
        masks["latest"] = np.less_equal(kept.last, wanted.latest.toordinal())
    if wanted.most_cents is not None:
        is_known = kept.cents != NO_PRICE
        masks["most_cents"] = np.logical_and(is_known, kept.cents <= wanted.most_cents)
    if wanted.near:
        near_enough: Array = np.asarray(_miles(kept, wanted) <= wanted.miles)
        masks["near"] = near_enough[kept.rotation]
    if wanted.only_free:
        full = Term.objects.filter(taken__gte=F("seats")).values_list("id", flat=True)
        masks["only_free"] = ~np.isin(kept.term, list(full))
    return masks


def _chosen(kept: Shelf, name: str, chosen: frozenset[str]) -> Array:
    positions = [index for index, value in enumerate(kept.values[name]) if value in chosen]
    fits: Array = (
        np.isin(kept.codes[name], positions)
        if name in kept.codes
        else np.asarray(kept.sets[name][:, positions].any(axis=1))
    )
    return np.asarray(fits[kept.rotation])


def _together(kept: Shelf, masks: dict[str, Array], *, without: str = "") -> Array:
    everything = np.ones(len(kept.term), dtype=bool)
    return reduce(np.logical_and, (m for n, m in masks.items() if n != without), everything)


def _miles(kept: Shelf, wanted: Wanted) -> Array:
    """Great-circle distance of each rotation (haversine); infinite where nobody has located it."""
    near = wanted.near
    if near is None:
        return np.full(len(kept.rotations), np.nan)
    to_lat, to_lon = np.radians(near.latitude), np.radians(near.longitude)
    lat, lon = np.radians(kept.latitude), np.radians(kept.longitude)
    chord = (
        np.sin((lat - to_lat) / 2) ** 2
        + np.cos(to_lat) * np.cos(lat) * np.sin((lon - to_lon) / 2) ** 2
    )
    found = 2 * EARTH_MILES * np.arcsin(np.sqrt(chord))
    return np.where(np.isnan(found), np.inf, found)


def _facet(
    kept: Shelf, name: str, masks: dict[str, Array], all_hold: Array
) -> list[tuple[str, int]]:
    """How many rotations each value would leave, with all other filters applied."""
    holds = _together(kept, masks, without=name) if name in masks else all_hold
    fits = np.zeros(len(kept.rotations), dtype=bool)
    fits[kept.rotation[holds]] = True
    values = kept.values[name]
    if name in kept.sets:
        counts = kept.sets[name][fits].sum(axis=0)
    else:
        counts = np.bincount(kept.codes[name][fits], minlength=len(values))
    return [(value, int(n)) for value, n in zip(values, counts, strict=True) if n]


def _groups(kept: Shelf, holds: Array, wanted: Wanted) -> Groups:
    rows = np.flatnonzero(holds)
    rows = rows[np.argsort(kept.rotation[rows], kind="stable")]
    of = kept.rotation[rows]
    starts = np.flatnonzero(np.r_[True, np.diff(of) != 0]) if len(rows) else rows
    cents = np.where(kept.cents[rows] == NO_PRICE, UNSTATED, kept.cents[rows])
    return Groups(
        rotation=of[starts],
        rows=rows,
        starts=starts,
        ends=np.r_[starts[1:], len(rows)] if len(rows) else starts,
        first=kept.first[rows[starts]],
        cents=np.minimum.reduceat(cents, starts) if len(rows) else cents,
        weeks=np.minimum.reduceat(kept.weeks[rows], starts) if len(rows) else rows,
        miles=_miles(kept, wanted)[of[starts]],
    )


def _order(kept: Shelf, groups: Groups, sort: str, ranked: list[int]) -> Array:
    """Positions of the groups; what is not known comes last, equals by day, then by number."""
    rotations = kept.rotations[groups.rotation]
    measures = {"price": groups.cents, "distance": groups.miles, "weeks": groups.weeks}
    by = measures.get(sort, np.zeros(len(rotations)))
    if sort == "relevance" and ranked:
        rank = {pk: place for place, pk in enumerate(ranked)}
        by = np.array([rank.get(int(pk), len(rank)) for pk in rotations])
    return np.lexsort((rotations, groups.first, by))


def _starts(kept: Shelf, holds: Array) -> list[tuple[date, int]]:
    days, counts = np.unique(kept.first[holds], return_counts=True)
    return [(date.fromordinal(int(d)), int(n)) for d, n in zip(days, counts, strict=True)]


def _advice(kept: Shelf, masks: dict[str, Array], wanted: Wanted) -> list[tuple[str, int]]:
    """The filters whose dropping alone gives rotations, the most helpful first."""
    helps = [
        (name, len(np.unique(kept.rotation[_together(kept, masks, without=name)])))
        for name in wanted.used
    ]
    return sorted(((n, count) for n, count in helps if count), key=lambda one: -one[1])


def _meant(words: list[str], vocabulary: frozenset[str]) -> str:
    """The question with its unknown words replaced by the nearest known ones, or nothing."""
    nearest = [
        word if any(known.startswith(word) for known in vocabulary) else _nearest(word, vocabulary)
        for word in words
    ]
    return " ".join(nearest) if all(nearest) and nearest != words else ""


def _nearest(word: str, vocabulary: frozenset[str]) -> str:
    found = get_close_matches(word, sorted(vocabulary), n=1, cutoff=0.75)
    return found[0] if found else ""


def fitting_terms(wanted: Wanted, *, on: date) -> frozenset[int]:
    """Every open term that fits, without facets or order."""
    kept = shelf()
    masks = _masks(kept, wanted, on=on, ranked=rotations_with(asked(wanted.text)))
    return frozenset(kept.term[_together(kept, masks)].tolist())
