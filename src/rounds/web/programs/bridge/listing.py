"""Which programs fit what is asked: one boolean matrix a facet, over every program at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any  # numpy's arrays of any shape

import numpy as np
from django.db import connection

from rounds.core.eligibility import programs as core
from rounds.core.eligibility.criteria.sponsorship import Sponsorship
from rounds.core.eligibility.rules import leaves
from rounds.core.seasons import Season
from rounds.core.vocabulary import (
    SPECIALTIES,
    STATES,
    Door,
    Modality,
    Stage,
    Topic,
    UnknownCause,
    Visa,
)
from rounds.web.catalog.queries.search.words import asked, folded
from rounds.web.programs.bridge.judging import Judged
from rounds.web.programs.bridge.shelf import Ruled, Shelf, shelf

Array = np.ndarray[Any, Any]
LATER = (Stage.INTERVIEW, Stage.RANK, Stage.START)
NO_VISA, NOT_SAID = "none", "not_stated"
CURRENT, OLDER, NO_RULES = "current", "older", "none"
VALUES: dict[str, tuple[str, ...]] = {
    "door": tuple(Door),
    "cause": tuple(UnknownCause),
    "specialty": SPECIALTIES,
    "state": tuple(sorted(STATES)),
    "sponsors": (*Visa, NO_VISA, NOT_SAID),
    "stage": LATER,
    "rules": (CURRENT, OLDER, NO_RULES),
}
OF_EVERYBODY = ("specialty", "state", "sponsors", "stage", "rules")
OF_A_PERSON = ("door", "cause")
NOT_JUDGED = Judged("", "", "", is_possible=False, rule_hash="")
DOOR_ORDER = {Door.OPEN: 0, Door.UNDECIDED: 1, Door.CLOSED: 2}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; an empty filter lets everything through."""

    text: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    only_weighed: bool = False
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """Every program of a season in columns, in the order of their names."""

    programs: tuple[Ruled, ...]
    words: tuple[str, ...]
    facets: dict[str, Array]
    place: dict[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """The programs that fit, in order, and how many each further choice would leave."""

    programs: tuple[Ruled, ...]
    facets: dict[str, dict[str, int]]


_boards: dict[str, tuple[tuple[int, int, int], Board]] = {}


def board(season: Season) -> Board:
    """The columns of a season, made anew when a rule has changed."""
    stand, name = shelf(), str(connection.settings_dict["NAME"])
    key = (stand.mark, season.year, season.rules_from)
    kept = _boards.get(name)
    if kept is None or kept[0] != key or not stand.mark:
        kept = _boards[name] = (key, _board(stand, season))
    return kept[1]


def _board(stand: Shelf, season: Season) -> Board:
    programs = stand.programs
    told = [one.program_for(season) for one in programs]
    columns: dict[str, Sequence[Iterable[str]]] = {
        "specialty": [(one.specialty,) for one in told],
        "state": [(one.state,) for one in told],
        "sponsors": [sponsors_of(one) for one in told],
        "stage": [later_stages(one) for one in told],
        "rules": [(freshness(one, season),) for one in programs],
    }
    return Board(
        programs=programs,
        words=tuple(" ".join(folded(_words(one))) for one in told),
        facets={name: _matrix(column, VALUES[name]) for name, column in columns.items()},
        place={one.row.pk: index for index, one in enumerate(programs)},
    )


def _words(one: core.Program) -> str:
    return f"{one.name} {one.specialty} {one.city} {one.state} {one.nrmp_code} {one.acgme_id}"


def sponsors_of(one: core.Program) -> frozenset[str]:
    """The visas a program says it sponsors; none of them; or nothing is stated."""
    said = [
        leaf.visas
        for requirement in one.requirements
        if requirement.topic is Topic.SPONSORSHIP
        for leaf in leaves(requirement.rule)
        if isinstance(leaf, Sponsorship)
    ]  # fmt: skip
    if not said:
        return frozenset({NOT_SAID})
    return frozenset[str]().union(*said) or frozenset({NO_VISA})


def later_stages(one: core.Program) -> frozenset[Stage]:
    """The stages after applying at which something is required."""
    return frozenset(
        requirement.stage
        for requirement in one.requirements
        if requirement.stage is not Stage.APPLY and requirement.modality is Modality.REQUIRED
    )


def freshness(one: Ruled, season: Season) -> str:
    """Do the rules speak for the season?"""
    if not one.rules:
        return NO_RULES
    return CURRENT if core.is_current(one.program_for(season).source, season) else OLDER


def _matrix(column: Sequence[Iterable[str]], values: tuple[str, ...]) -> Array:
    places = {value: index for index, value in enumerate(values)}
    found = np.zeros((len(column), len(values)), dtype=bool)
    for row, cell in enumerate(column):
        for value in cell:
            found[row, places[value]] = True
    return found


def find(
    wanted: Wanted,
    *,
    season: Season,
    verdicts: Mapping[int, Judged] | None = None,
    weights: Mapping[int, int] | None = None,
) -> Found:
    """Search all programs; with a person's verdicts also by door, cause and what is left to do."""
    kept = board(season)
    facets = dict(kept.facets)
    if verdicts is not None:
        facets |= _of_a_person(kept, verdicts)
    masks = _masks(kept, wanted, facets, weights or {})
    holds = _together(kept, masks)
    rows = np.flatnonzero(holds)
    order = _order(kept, facets, rows, wanted.sort, weights or {})
    return Found(
        tuple(kept.programs[int(row)] for row in order),
        {
            name: _counts(matrix, VALUES[name], _together(kept, masks, without=name))
            for name, matrix in facets.items()
        },
    )


def _of_a_person(kept: Board, verdicts: Mapping[int, Judged]) -> dict[str, Array]:
    rows = [verdicts.get(one.row.pk, NOT_JUDGED) for one in kept.programs]
    return {
        "door": _few([one.door for one in rows], VALUES["door"]),
        "cause": _few([one.causes for one in rows], VALUES["cause"]),
        "stage": _few([one.later for one in rows], VALUES["stage"]),
    }


def _few(column: list[str], values: tuple[str, ...]) -> Array:
    """The matrix of cells that hold words by commas; few different cells come again and again."""
    places: dict[str, int] = {}
    which = [places.setdefault(cell, len(places)) for cell in column]
    cells = _matrix([cell.split(",") if cell else [] for cell in places], values)
    return np.asarray(cells[which]) if which else cells


def _masks(
    kept: Board, wanted: Wanted, facets: Mapping[str, Array], weights: Mapping[int, int]
) -> dict[str, Array]:
    masks: dict[str, Array] = {}
    for name, chosen in wanted.chosen.items():
        if chosen and name in facets:
            places = [index for index, value in enumerate(VALUES[name]) if value in chosen]
            masks[name] = np.asarray(facets[name][:, places].any(axis=1))
    if words := asked(wanted.text):
        masks["text"] = np.array(
            [all(word in text for word in words) for text in kept.words], dtype=bool
        )
    if wanted.only_weighed:
        weighed = [weights.get(one.row.pk, 1) != 1 for one in kept.programs]
        masks["weighed"] = np.array(weighed, dtype=bool)
    return masks


def _together(kept: Board, masks: Mapping[str, Array], *, without: str = "") -> Array:
    everything = np.ones(len(kept.programs), dtype=bool)
    return reduce(np.logical_and, (m for n, m in masks.items() if n != without), everything)


def _counts(matrix: Array, values: tuple[str, ...], holds: Array) -> dict[str, int]:
    counts = matrix[holds].sum(axis=0)
    return {value: int(n) for value, n in zip(values, counts, strict=True) if n}


def _order(
    kept: Board,
    facets: Mapping[str, Array],
    rows: Array,
    sort: str,
    weights: Mapping[int, int],
) -> Array:
    """By name; by door and then weight, heaviest first, where doors are known and asked for."""
    if sort == "name" or "door" not in facets or not len(rows):
        return rows
    ranks = np.array([DOOR_ORDER[Door(value)] for value in VALUES["door"]])
    door = facets["door"][rows] @ ranks
    weight = np.array([weights.get(kept.programs[int(row)].row.pk, 1) for row in rows])
    return rows[np.lexsort((rows, -weight, door))]
