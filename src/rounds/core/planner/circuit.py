"""Formulas as one circuit: the values of all of them at once, whatever a value is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar  # Any: truths, or shares of what is asked

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.formula import Both, Either, Formula, Threshold

Number = TypeVar("Number", bound=np.generic)
Join = Callable[[NDArray[Any]], NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Gates:
    """Alike nodes numbered from ``first`` on; a row of ``parts`` names the parts of one."""

    is_both: bool
    first: int
    parts: NDArray[np.intp]


class Circuit:
    """Every node has a number: the thresholds first, then the parts before what they are part of.

    ``gates`` hold nodes of one sort, depth and count of parts, to be worked out together.
    """

    def __init__(self, formulas: Iterable[Formula], asked: Sequence[Threshold]) -> None:
        self.number: dict[Formula, int] = {one: k for k, one in enumerate(asked)}
        self.gates: list[Gates] = []
        depths: dict[Formula, int] = dict.fromkeys(asked, 0)
        for formula in formulas:
            _note_depth(formula, depths)
        alike: dict[tuple[int, bool, int], list[Both | Either]] = {}
        for node, depth in depths.items():
            if isinstance(node, Both | Either):
                alike.setdefault((depth, isinstance(node, Both), len(node.parts)), []).append(node)
        for (_, is_both, _), nodes in sorted(alike.items()):
            parts = [[self.number[part] for part in node.parts] for node in nodes]
            self.gates.append(Gates(is_both, len(self.number), np.array(parts, dtype=np.intp)))
            for node in nodes:
                self.number[node] = len(self.number)

    def places(self, formulas: Iterable[Formula]) -> NDArray[np.intp]:
        """The numbers of some formulas of the circuit."""
        return np.array([self.number[formula] for formula in formulas], dtype=np.intp)

    def run(self, values: NDArray[Number], *, both: Join, either: Join) -> NDArray[Number]:
        """Values by node out of values by threshold (first axis).

        ``both`` and ``either`` join the values of the parts (second axis) of many nodes (first).
        """
        found = np.empty((len(self.number), *values.shape[1:]), dtype=values.dtype)
        found[: len(values)] = values
        for gates in self.gates:
            join = both if gates.is_both else either
            found[gates.first : gates.first + len(gates.parts)] = join(found[gates.parts])
        return found


def _note_depth(formula: Formula, depths: dict[Formula, int]) -> int:
    if formula not in depths:
        if not isinstance(formula, Both | Either):
            raise ValueError(f"{formula} is neither a threshold of the circuit nor made of parts")
        depths[formula] = 1 + max(_note_depth(part, depths) for part in formula.parts)
    return depths[formula]
