"""Terms that differ only in their days stand in one family; equal contributions in one sort."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.formula import Threshold
from rounds.core.planner.instance import Instance

Gains = NDArray[np.int64]


class UnsuitableError(Exception):
    """Something of this instance does not fit the layout of the search."""


@dataclass(frozen=True, slots=True)
class Sort:
    """Terms of one family that add the same: by threshold, what each adds, and by author once."""

    terms: tuple[int, ...]
    adds: Gains
    letters: Gains
    gives_letter: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Terms of equal cost, town, author and sort of work. ``most`` can be done of them in all."""

    sorts: tuple[Sort, ...]
    own: int
    shared: tuple[int, ...]
    author: int
    days: int
    most: int

    @property
    def best(self) -> tuple[Gains, Gains]:
        """The most that any term adds to each threshold, and the most by its author's letter."""
        return (
            np.max([one.adds for one in self.sorts], axis=0),
            np.max([one.letters for one in self.sorts], axis=0),
        )


@dataclass(frozen=True, slots=True)
class Contributions:
    """By term and threshold (last column: none): what it adds, and what its author adds once.

    ``authors`` names the author of each term by a number.
    """

    adds: NDArray[np.int64]
    letters: NDArray[np.int64]
    authors: tuple[int, ...]


def contributions(instance: Instance, asked: dict[Threshold, int]) -> Contributions:
    """Split every group: one of several terms whose weight is less than the need is an author's."""
    shape = (len(instance.terms), len(asked) + 1)
    adds, letters = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for one, k in asked.items():
        alone = [
            (n, weight)
            for weight, terms in one.groups
            if len(terms) == 1 or weight >= one.need
            for n in terms
        ]
        adds[[n for n, _ in alone], k] = [weight for _, weight in alone]
        authors: set[str] = set()
        for weight, terms in one.groups:
            if len(terms) == 1 or weight >= one.need:
                continue
            names = {instance.terms[n].author for n in terms}
            if len(names) > 1 or names & authors:
                raise UnsuitableError
            authors |= names
            letters[list(terms), k] = weight
    numbers = {name: k for k, name in enumerate(sorted({t.author for t in instance.terms}))}
    return Contributions(adds, letters, tuple(numbers[t.author] for t in instance.terms))


def families(instance: Instance, terms: Iterable[int], given: Contributions) -> tuple[Family, ...]:
    """The families of the terms, in a fixed order."""
    grouped: dict[tuple[object, ...], list[int]] = {}
    for n in terms:
        grouped.setdefault(_family_key(instance, n), []).append(n)
    return tuple(
        Family(
            sorts=_sorts(instance, members, given),
            own=instance.own[members[0]],
            shared=instance.shared_of[members[0]],
            author=given.authors[members[0]],
            days=min(instance.stays[n].length_days for n in members),
            most=_most(instance, members),
        )
        for members in grouped.values()
    )


def _family_key(instance: Instance, n: int) -> tuple[object, ...]:
    term = instance.terms[n]
    return (
        instance.own[n],
        instance.shared_of[n],
        instance.stays[n].town,
        term.author,
        term.weeks,
        term.specialty,
        term.kind,
        term.role,
        term.mode,
        term.hours,
    )


def _sorts(instance: Instance, members: list[int], given: Contributions) -> tuple[Sort, ...]:
    alike: dict[tuple[bytes, bytes, bool], list[int]] = {}
    for n in members:
        gives_letter = instance.author_of[n] is not None
        key = (given.adds[n].tobytes(), given.letters[n].tobytes(), gives_letter)
        alike.setdefault(key, []).append(n)
    return tuple(
        Sort(tuple(terms), given.adds[terms[0]], given.letters[terms[0]], key[2])
        for key, terms in alike.items()
    )


def _most(instance: Instance, members: list[int]) -> int:
    """The largest number of members without a shared day (earliest end first)."""
    count, end = 0, 0
    for stay in sorted((instance.stays[n] for n in members), key=lambda one: one.last):
        if stay.first > end:
            count, end = count + 1, stay.last
    return count
