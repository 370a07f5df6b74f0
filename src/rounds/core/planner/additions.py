"""What every term adds to every threshold, as one table of whole numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.formula import Threshold

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Additions:
    """One row for each term of each group of each threshold, in this order.

    ``thresholds`` and ``terms`` are positions; ``groups`` counts on through all thresholds;
    ``weights`` is what the group adds once, ``sizes`` how many terms it names.
    """

    thresholds: Numbers
    groups: Numbers
    terms: Numbers
    weights: Numbers
    sizes: Numbers

    def only(self, rows: NDArray[np.bool_]) -> "Additions":
        """The rows that are marked."""
        return Additions(
            self.thresholds[rows],
            self.groups[rows],
            self.terms[rows],
            self.weights[rows],
            self.sizes[rows],
        )

    def by_group(self) -> Iterator[tuple[int, int, Numbers]]:
        """Threshold, weight and terms of each group."""
        firsts = np.flatnonzero(np.diff(self.groups, prepend=-1))
        for first, terms in zip(firsts.tolist(), np.split(self.terms, firsts[1:]), strict=False):
            yield int(self.thresholds[first]), int(self.weights[first]), terms


def additions(asked: Sequence[Threshold]) -> Additions:
    """The table of some thresholds."""
    groups = [group for one in asked for group in one.groups]
    sizes = np.array([len(terms) for _, terms in groups], dtype=np.int64)
    counts = np.array([len(one.groups) for one in asked], dtype=np.int64)
    of_group = np.repeat(np.arange(len(asked)), counts)
    named = chain.from_iterable(terms for _, terms in groups)
    return Additions(
        thresholds=np.repeat(of_group, sizes),
        groups=np.repeat(np.arange(len(groups)), sizes),
        terms=np.fromiter(named, dtype=np.int64, count=int(sizes.sum())),
        weights=np.repeat(np.array([weight for weight, _ in groups], dtype=np.int64), sizes),
        sizes=np.repeat(sizes, sizes),
    )
