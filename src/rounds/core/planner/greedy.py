"""A good plan at once: again and again the term that brings most toward doors for its price."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.additions import Additions
from rounds.core.planner.calendar import clash
from rounds.core.planner.instance import Instance

Numbers = NDArray[np.float32]
PROGRESS_WORTH = 0.5
ALMOST = 0.999
TERMS_AT_ONCE = 256


class Board:
    """How far every door has come with the terms chosen, and would come with one more."""

    def __init__(self, instance: Instance, terms: Sequence[int]) -> None:
        self.terms = list(terms)
        self.place = {n: k for k, n in enumerate(self.terms)}
        doors, tally = instance.doors, instance.tally
        self.circuit, self.sure, self.possible = tally.circuit, tally.sure, tally.possible
        self.sure_weights = _column(doors.sure.values())
        self.possible_weights = _column(doors.possible.values())
        self.need = _column(one.need for one in doors.thresholds)
        self.now = np.zeros_like(self.need)
        self.gain = np.zeros((len(self.need), len(self.terms)), dtype=np.float32)
        places = np.full(len(instance.terms), -1, dtype=np.intp)
        places[self.terms] = np.arange(len(self.terms))
        inside = tally.additions.only(places[tally.additions.terms] >= 0)
        self.gain[inside.thresholds, places[inside.terms]] = inside.weights
        self.author_groups = self._author_groups(inside, places)

    def _author_groups(
        self, inside: Additions, places: NDArray[np.intp]
    ) -> list[tuple[int, int, NDArray[np.intp]]]:
        """Groups of several terms that one alone does not satisfy: threshold, weight, places."""
        shared = inside.only((inside.sizes > 1) & (self.need[inside.thresholds, 0] > 1))
        return [(k, weight, places[terms]) for k, weight, terms in shared.by_group()]

    def choose(self, n: int) -> None:
        """Count a term in; it and its author give nothing more."""
        place = self.place[n]
        self.now += self.gain[:, place, None]
        self.gain[:, place] = 0
        for k, weight, places in self.author_groups:
            if place in places:
                self.gain[k, places] -= np.where(self.gain[k, places] > 0, weight, 0)

    def progress(self) -> tuple[Numbers, Numbers]:
        """Worth of sure and of possible doors with each term added: open ones, and part ones."""
        gains = np.ascontiguousarray(self.gain.T)
        alike: dict[bytes, int] = {}
        sort_of = [alike.setdefault(gain.tobytes(), len(alike)) for gain in gains]
        width = len(self.need)
        sorts = np.frombuffer(b"".join(alike), dtype=np.float32).reshape(len(alike), width).T
        worths = [
            self._worths(sorts[:, first : first + TERMS_AT_ONCE])
            for first in range(0, len(alike), TERMS_AT_ONCE)
        ]
        sure, possible = (np.concatenate(parts) for parts in zip(*worths, strict=True))
        return sure[sort_of], possible[sort_of]

    def _worths(self, gains: Numbers) -> tuple[Numbers, Numbers]:
        """For some sorts of terms, which add so much by threshold."""
        share = np.minimum(1, (self.now + gains) / self.need)
        reached = self.circuit.run(share, both=_how_far_both, either=_how_far_either)
        worth = np.where(reached >= 1, 1, PROGRESS_WORTH * reached**2)
        return (
            np.add.reduce(worth[self.sure] * self.sure_weights, axis=0),
            np.add.reduce(worth[self.possible] * self.possible_weights, axis=0),
        )


def _column(numbers: Iterable[int]) -> Numbers:
    return np.array(list(numbers), dtype=np.float32)[:, None]


def _how_far_both(parts: Numbers) -> Numbers:
    """The mean of the parts; all of it only when every part is reached."""
    is_reached = np.min(parts, axis=1) >= 1
    return np.where(is_reached, 1, np.minimum(np.mean(parts, axis=1), ALMOST))


def _how_far_either(parts: Numbers) -> Numbers:
    furthest: Numbers = np.max(parts, axis=1)
    return furthest


def greedy(instance: Instance, terms: Sequence[int]) -> frozenset[int]:
    """A feasible choice that holds all pins; deterministic, without promise."""
    chosen = instance.pinned
    board = Board(instance, terms)
    for n in sorted(chosen):
        board.choose(n)
    best = chosen
    before = 0.0
    while True:
        free = _room(instance, chosen, board.terms)
        if not free.any():
            break
        sure, possible = board.progress()
        gain = sure + 0.01 * possible
        paid = _paid(instance, chosen)
        price = np.array([_added_cost(instance, paid, n) for n in board.terms])
        score = np.where(free, (gain - before) / (price + 10_000.0), -np.inf)
        pick = int(np.argmax(score))
        if score[pick] <= 1e-9:
            break
        before = float(gain[pick])
        chosen = chosen | {board.terms[pick]}
        board.choose(board.terms[pick])
        if instance.value(chosen).rank < instance.value(best).rank:
            best = chosen
    return best


def _room(instance: Instance, chosen: frozenset[int], terms: Sequence[int]) -> NDArray[np.bool_]:
    """Which terms still fit beside the chosen ones."""
    spent = instance.cost(chosen)
    paid = _paid(instance, chosen)
    stays = instance.stays

    def fits(n: int) -> bool:
        if n in chosen:
            return False
        if instance.budget is not None and spent + _added_cost(instance, paid, n) > instance.budget:
            return False
        return not any(clash(stays[n], stays[one], instance.travel_days) for one in chosen)

    return np.array([fits(n) for n in terms], dtype=bool)


def _paid(instance: Instance, chosen: frozenset[int]) -> frozenset[int]:
    return frozenset(k for n in chosen for k in instance.shared_of[n])


def _added_cost(instance: Instance, paid: frozenset[int], n: int) -> int:
    shared = (instance.shared[k].cents for k in instance.shared_of[n] if k not in paid)
    return instance.own[n] + sum(shared)
