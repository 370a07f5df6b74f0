"""All doors of one column laid out in one large integer, so that one addition counts a term in.

Every threshold of every alternative of every door has a field of 16 bits. Adding a term's integer
adds its weight to every field at once; a second addition makes the top bit of a field tell whether
its need is reached; a door is open when all fields of one of its alternatives tell so. Doors stand
side by side in planes (alternative, threshold), so that a plane is tested by one ``and``.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.enumeration.alternatives import Alternative, alternatives
from rounds.core.planner.formula import Formula, Threshold

FIELD_BITS = 16
TOP = 1 << (FIELD_BITS - 1)
Fields = NDArray[np.uint16]


class Board:
    """The doors of one column. ``slots`` names the threshold of each field, -1 for none."""

    def __init__(self, doors: dict[Formula, int], number: dict[Threshold, int]) -> None:
        laid = [(alternatives(formula, number), weight) for formula, weight in doors.items()]
        laid.sort(key=lambda one: -len(one[0]))
        self.planes: list[list[int]] = []
        self.masks: list[int] = []
        slots: list[int] = []
        offsets: list[int] = []
        needs = {k: one.need for one, k in number.items()}
        for k in range(len(laid[0][0]) if laid else 0):
            rows = [_ordered(found[k], number) for found, _ in laid if len(found) > k]
            shifts = []
            for place in range(max(map(len, rows))):
                shifts.append(len(slots) * FIELD_BITS)
                plane = [row[place] if place < len(row) else -1 for row in rows]
                slots += plane
                offsets += [TOP - needs[slot] if slot >= 0 else TOP for slot in plane]
            self.planes.append(shifts)
            self.masks.append(_packed(np.full(len(rows), TOP, dtype=np.uint16)))
        self.slots = np.array(slots, dtype=np.intp)
        self.needs = np.array([needs.get(slot, 0) for slot in slots], dtype=np.int64)
        self.offset = _packed(np.array(offsets, dtype=np.uint16))
        self.top = _packed(np.full(len(slots), TOP, dtype=np.uint16))
        self.weights = np.array([weight for _, weight in laid], dtype=np.float64)
        self.weight_bits = _weight_bits([weight for _, weight in laid])

    def integer(self, gains: NDArray[np.int64]) -> int:
        """Gains by threshold (last entry: none) as the integer that counts them in."""
        return _packed(np.minimum(gains[self.slots], self.needs).astype(np.uint16))

    def worth(self, amount: int) -> int:
        """Summed weight of the doors open at an amount."""
        reached = (amount + self.offset) & self.top
        found = 0
        for shifts, mask in zip(self.planes, self.masks, strict=True):
            plane = mask
            for shift in shifts:
                plane &= reached >> shift
            found |= plane
        total = 0
        for weight, mask in self.weight_bits:
            total += weight * (found & mask).bit_count()
        return total

    def worths(self, reached: NDArray[np.bool_]) -> NDArray[np.int64]:
        """The same for many at once: rows tell which thresholds are reached (last entry: yes).

        Sums are exact: floats hold whole numbers up to 2^53.
        """
        fields = reached.T[self.slots]
        found = np.zeros((len(self.weights), len(reached)), dtype=np.bool_)
        for shifts, mask in zip(self.planes, self.masks, strict=True):
            width = mask.bit_count()
            plane = np.ones((width, len(reached)), dtype=np.bool_)
            for shift in shifts:
                first = shift // FIELD_BITS
                plane &= fields[first : first + width]
            found[:width] |= plane
        return (self.weights @ found.astype(np.float64)).astype(np.int64)


def _ordered(one: Alternative, number: dict[Threshold, int]) -> list[int]:
    return sorted(number[asked] for asked in one)


def _weight_bits(weights: Sequence[int]) -> list[tuple[int, int]]:
    """For each binary digit of the weights: its worth, and the doors whose weight has it."""
    masks: dict[int, int] = {}
    for place, weight in enumerate(weights):
        for digit in range(weight.bit_length()):
            if weight >> digit & 1:
                masks[1 << digit] = masks.get(1 << digit, 0) | TOP << (place * FIELD_BITS)
    return sorted(masks.items())


def _packed(fields: Fields) -> int:
    return int.from_bytes(fields.astype("<u2").tobytes(), "little")
