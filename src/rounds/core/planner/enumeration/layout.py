"""An instance made ready for trying sets: boards, families in order, and their parts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.enumeration.board import Board
from rounds.core.planner.enumeration.families import (
    Contributions,
    Family,
    Gains,
    UnsuitableError,
    contributions,
    families,
)
from rounds.core.planner.enumeration.glance import Glance
from rounds.core.planner.enumeration.parts import Part
from rounds.core.planner.enumeration.reach import Reach
from rounds.core.planner.instance import Instance


@dataclass(frozen=True, slots=True)
class Layout:
    """``parts`` are each family at its best, ``sorts`` each sort of each family, ``pins`` the pins.

    ``days`` is the length of the whole time in which terms lie, ``costs`` each family's own cost.
    """

    instance: Instance
    budget: int
    boards: tuple[Board, Board]
    families: tuple[Family, ...]
    parts: tuple[Part, ...]
    sorts: tuple[tuple[Part, ...], ...]
    pins: tuple[Part, ...]
    reach: Reach
    days: int
    costs: NDArray[np.int64]
    glance: Glance
    pinned_amounts: NDArray[np.int64]


def layout(instance: Instance, terms: tuple[int, ...]) -> Layout:
    """Lay out an instance over the terms that matter.

    Raises UnsuitableError without a budget or for groups of another shape, TooManyError for
    formulas with too many alternatives.
    """
    if instance.budget is None:
        raise UnsuitableError
    doors = instance.doors
    number = {one: k for k, one in enumerate(doors.thresholds)}
    boards = (Board(doors.sure, number), Board(doors.possible, number))
    given = contributions(instance, number)
    free = [n for n in terms if n not in instance.pinned]
    ordered = _most_promising_first(families(instance, free, given), boards[0])
    reach = Reach(ordered, instance.budget, boards, len(number) + 1)
    pins = sorted(instance.pinned)
    stays = [instance.stays[n] for n in terms]
    return Layout(
        instance=instance,
        budget=instance.budget,
        boards=boards,
        families=ordered,
        parts=tuple(_best_part(family, boards) for family in ordered),
        sorts=tuple(
            tuple(
                _part(one.adds, one.letters, family.author, boards, gives_letter=one.gives_letter)
                for one in family.sorts
            )
            for family in ordered
        ),
        pins=tuple(_pin(instance, n, given, boards) for n in pins),
        reach=reach,
        days=max((stay.last for stay in stays), default=0)
        - min((stay.first for stay in stays), default=0)
        + 1,
        costs=np.array([family.own for family in ordered], dtype=np.int64),
        glance=Glance(ordered, reach, boards[0], [one.need for one in doors.thresholds]),
        pinned_amounts=(given.adds[pins] + given.letters[pins]).sum(axis=0),
    )


def _most_promising_first(found: tuple[Family, ...], board: Board) -> tuple[Family, ...]:
    """Families that can bring most first, so that late ones are soon not enough."""

    def promise(family: Family) -> tuple[int, int]:
        adds, letters = family.best
        share = np.minimum((adds + letters)[board.slots], board.needs) / np.maximum(board.needs, 1)
        return (-int(1000 * share.sum()), family.own)

    return tuple(sorted(found, key=promise))


def _best_part(family: Family, boards: tuple[Board, Board]) -> Part:
    adds, letters = family.best
    gives_letter = any(one.gives_letter for one in family.sorts)
    return _part(adds, letters, family.author, boards, gives_letter=gives_letter)


def _pin(instance: Instance, n: int, given: Contributions, boards: tuple[Board, Board]) -> Part:
    return _part(
        given.adds[n],
        given.letters[n],
        given.authors[n],
        boards,
        gives_letter=instance.author_of[n] is not None,
    )


def _part(
    adds: Gains, letters: Gains, author: int, boards: tuple[Board, Board], *, gives_letter: bool
) -> Part:
    return Part(
        (boards[0].integer(adds), boards[1].integer(adds)),
        (boards[0].integer(letters), boards[1].integer(letters)),
        author,
        gives_letter,
    )
