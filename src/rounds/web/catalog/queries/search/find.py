"""The search itself: one mask a filter, combined for the result and for each facet."""

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import partial, reduce
from math import inf

import numpy as np
from django.db.models import F

from rounds.web.catalog.models import Term
from rounds.web.catalog.queries.search.shelf import NO_PRICE, Array, Shelf, shelf
from rounds.web.catalog.queries.search.wanted import FACETS, Wanted
from rounds.web.catalog.queries.search.words import asked, rotations_with

EARTH_MILES = 3958.8


@dataclass(frozen=True, slots=True)
class Hit:
    """A rotation with its terms that fit, earliest first; miles only when a place was given."""

    rotation: int
    terms: tuple[int, ...]
    first: date
    cents: int | None
    weeks: int
    miles: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """All hits in the order asked for, the number behind each further choice, and advice.

    ``facets`` count rotations, each facet with all other filters applied. ``starts`` are the
    first days of fitting terms with their number. ``drop`` names filters whose dropping alone
    gives results, with how many; ``meant`` is a word of ours close to one that nothing holds.
    """

    hits: tuple[Hit, ...]
    terms: int
    facets: dict[str, list[tuple[str, int]]]
    starts: list[tuple[date, int]]
    drop: list[tuple[str, int]]
    meant: str = ""


def find(wanted: Wanted, *, on: date, sort: str = "date") -> Found:
    """Search the open terms that begin after a day. Three queries at most, however many terms."""
    kept = shelf()
    words = asked(wanted.text)
    ranked = rotations_with(words)
    masks = _masks(kept, wanted, on=on, ranked=ranked)
    all_hold = _together(kept, masks)
    hits = _hits(kept, all_hold, wanted, ranked if sort == "relevance" else None)
    return Found(
        hits=tuple(_sorted(hits, sort)),
        terms=int(all_hold.sum()),
        facets={name: _facet(kept, name, masks) for name in FACETS},
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
        masks["near"] = np.less_equal(_miles(kept, wanted), float(wanted.miles))
    if wanted.only_free:
        full = Term.objects.filter(taken__gte=F("seats")).values_list("id", flat=True)
        masks["only_free"] = ~np.isin(kept.term, list(full))
    return masks


def _chosen(kept: Shelf, name: str, chosen: frozenset[str]) -> Array:
    positions = [index for index, value in enumerate(kept.values[name]) if value in chosen]
    if name in kept.sets:
        return np.asarray(kept.sets[name][:, positions].any(axis=1))
    return np.isin(kept.codes[name], positions)


def _together(kept: Shelf, masks: dict[str, Array], *, without: str = "") -> Array:
    everything = np.ones(len(kept.term), dtype=bool)
    return reduce(np.logical_and, (m for n, m in masks.items() if n != without), everything)


def _miles(kept: Shelf, wanted: Wanted) -> Array:
    """Great-circle distance (haversine); places nobody has located are infinitely far."""
    near = wanted.near
    if near is None:
        return np.full(len(kept.term), np.nan)
    to_lat, to_lon = np.radians(near.latitude), np.radians(near.longitude)
    lat, lon = np.radians(kept.latitude), np.radians(kept.longitude)
    chord = (
        np.sin((lat - to_lat) / 2) ** 2
        + np.cos(to_lat) * np.cos(lat) * np.sin((lon - to_lon) / 2) ** 2
    )
    found = 2 * EARTH_MILES * np.arcsin(np.sqrt(chord))
    return np.where(np.isnan(found), np.inf, found)


def _facet(kept: Shelf, name: str, masks: dict[str, Array]) -> list[tuple[str, int]]:
    """How many rotations each value would leave, with all other filters applied."""
    holds = _together(kept, masks, without=name)
    values = kept.values[name]
    seen = np.zeros((len(kept.rotations), len(values)), dtype=bool)
    if name in kept.sets:
        np.logical_or.at(seen, kept.rotation[holds], kept.sets[name][holds])
    else:
        seen[kept.rotation[holds], kept.codes[name][holds]] = True
    counts = seen.sum(axis=0)
    return [(value, int(n)) for value, n in zip(values, counts, strict=True) if n]


def _hits(
    kept: Shelf, holds: Array, wanted: Wanted, ranked: list[int] | None
) -> list[tuple[int, Hit]]:
    """One hit a rotation, beside its rank by words (0 when words do not matter)."""
    rows = np.flatnonzero(holds)
    order = rows[np.argsort(kept.rotation[rows], kind="stable")]
    cuts = np.flatnonzero(np.diff(kept.rotation[order])) + 1
    miles = _miles(kept, wanted) if wanted.near else None
    rank = {pk: place for place, pk in enumerate(ranked or [])}
    hits = []
    for group in np.split(order, cuts) if len(order) else []:
        pk = int(kept.rotations[kept.rotation[group[0]]])
        hits.append((rank.get(pk, 0), _hit(kept, pk, group, miles)))
    return hits


def _hit(kept: Shelf, pk: int, group: Array, miles: Array | None) -> Hit:
    cents = kept.cents[group]
    known = cents[cents != NO_PRICE]
    first = group[0]
    return Hit(
        rotation=pk,
        terms=tuple(map(int, kept.term[group])),
        first=date.fromordinal(int(kept.first[first])),
        cents=int(known.min()) if len(known) else None,
        weeks=int(kept.weeks[group].min()),
        miles=round(float(miles[first]), 1) if miles is not None else None,
    )


def _sorted(hits: list[tuple[int, Hit]], sort: str) -> list[Hit]:
    """What is not known comes last."""
    return [hit for _, hit in sorted(hits, key=partial(_place, sort))]


def _place(sort: str, one: tuple[int, Hit]) -> tuple[float, date, int]:
    rank, hit = one
    by = {"price": hit.cents, "distance": hit.miles, "weeks": hit.weeks, "relevance": rank}
    measure = by.get(sort, 0)
    return (inf if measure is None else measure, hit.first, hit.rotation)


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
