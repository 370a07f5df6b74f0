"""How many doors a choice of terms opens, counted by the few thresholds its terms touch."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.additions import additions
from rounds.core.planner.circuit import Circuit
from rounds.core.planner.compile import Doors

Truths = NDArray[np.bool_]


class DoorTally:
    """Knows what each term adds to the thresholds, and all doors as one circuit."""

    def __init__(self, doors: Doors, terms: int) -> None:
        self.additions = additions(doors.thresholds)
        self.circuit = Circuit((*doors.sure, *doors.possible), doors.thresholds)
        self.sure = self.circuit.places(doors.sure)
        self.possible = self.circuit.places(doors.possible)
        self.sure_weights = np.array(list(doors.sure.values()), dtype=np.int64)
        self.possible_weights = np.array(list(doors.possible.values()), dtype=np.int64)
        self.needs = np.array([one.need for one in doors.thresholds], dtype=np.int64)
        self.rows = np.argsort(self.additions.terms, kind="stable").astype(np.int32)
        in_order = self.additions.terms[self.rows]
        self.starts = np.searchsorted(in_order, np.arange(terms + 1)).tolist()

    def open(self, chosen: frozenset[int]) -> tuple[int, int]:
        """Summed weight of the sure and of the possible doors that the choice opens."""
        truths = self.circuit.run(self.reached(sorted(chosen)), both=_all_parts, either=_any_part)
        return (
            int(self.sure_weights[truths[self.sure]].sum()),
            int(self.possible_weights[truths[self.possible]].sum()),
        )

    def reached(self, chosen: Sequence[int]) -> Truths:
        """By threshold, whether the choice reaches it; of a group one term counts."""
        touched = [self.rows[self.starts[n] : self.starts[n + 1]] for n in chosen]
        rows = np.concatenate([np.zeros(0, dtype=np.int32), *touched])
        _, firsts = np.unique(self.additions.groups[rows], return_index=True)
        rows = rows[firsts]
        amounts = np.zeros(len(self.needs), dtype=np.int64)
        np.add.at(amounts, self.additions.thresholds[rows], self.additions.weights[rows])
        found: Truths = amounts >= self.needs
        return found


def _all_parts(parts: Truths) -> Truths:
    found: Truths = np.all(parts, axis=1)
    return found


def _any_part(parts: Truths) -> Truths:
    found: Truths = np.any(parts, axis=1)
    return found
