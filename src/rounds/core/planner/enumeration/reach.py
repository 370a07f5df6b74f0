"""How far each threshold could come with the money left, each by itself: an upper bound."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.enumeration.board import Board
from rounds.core.planner.enumeration.families import Family

BUCKETS = 64
LARGEST = 10_000
Table = NDArray[np.int16]


class Reach:
    """Integers that count in the most each field can still gain from family ``k`` on.

    Money is counted in buckets: costs rounded down, what is left rounded down, so that no set
    that can be paid is missed. A family may be taken as often as its terms fit side by side; its
    author's letter counts once. Shared costs and all else of the calendar are left aside.
    ``tables`` hold amounts by first family, bucket and threshold (``width``, the last for none).
    """

    def __init__(
        self, families: Sequence[Family], budget: int, boards: Sequence[Board], width: int
    ) -> None:
        self.bucket = budget // BUCKETS + 1
        self.boards = tuple(boards)
        size = budget // self.bucket + 1
        table: Table = np.zeros((size, width), dtype=np.int16)
        tables = [table]
        for family in reversed(families):
            table = _with_family(table, family, self.bucket)
            tables.append(table)
        self.tables = np.stack(tables[::-1])
        self.known: dict[tuple[int, int, int], int] = {}

    def of(self, board: int, first: int, left: int) -> int:
        """The integer for families from ``first`` on and so much money left."""
        key = (board, first, left // self.bucket)
        if key not in self.known:
            self.known[key] = self.boards[board].integer(self.tables[first, key[2]])
        return self.known[key]


def _with_family(table: Table, family: Family, bucket: int) -> Table:
    adds, letters = family.best
    price = family.own // bucket
    if price == 0:
        return _cut(table + adds * family.most + letters)
    found = table.copy()
    for count in range(1, min(family.most, (len(table) - 1) // price) + 1):
        more = _cut(table[: -count * price] + (adds * count + letters))
        found[count * price :] = np.maximum(found[count * price :], more)
    return found


def _cut(amounts: NDArray[np.int64]) -> Table:
    """No need is as large as the cut, so nothing is lost."""
    return np.minimum(amounts, LARGEST).astype(np.int16)
