"""One look at all families that could be added next: which of them can still lead far enough."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.enumeration.board import Board
from rounds.core.planner.enumeration.families import Family
from rounds.core.planner.enumeration.reach import Reach

Amounts = NDArray[np.int64]


class Glance:
    """Bounds on sure doors by threshold amounts, for many families at once.

    Never lower than the bound by integers: an author's letter counts each time and shared costs
    are left aside. So what is dropped here would be dropped there.
    """

    def __init__(
        self, families: Sequence[Family], reach: Reach, board: Board, needs: Sequence[int]
    ) -> None:
        self.reach, self.board = reach, board
        self.needs = np.array([*needs, 0], dtype=np.int64)
        bests = [family.best for family in families]
        self.adds: Amounts = np.array(
            [adds + letters for adds, letters in bests], dtype=np.int64
        ).reshape(len(bests), len(self.needs))

    def promising(
        self, amounts: Amounts, families: NDArray[np.int64], left: NDArray[np.int64], least: int
    ) -> list[int]:
        """The families after which at least so much can be open; ``left`` is the money then."""
        more = self.reach.tables[families, left // self.reach.bucket]
        reached = amounts + self.adds[families] + more >= self.needs
        kept: list[int] = families[self.board.worths(reached) >= least].tolist()
        return kept
