"""A good plan at once: again and again the term that brings most toward doors for its price."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rounds.core.planner.calendar import clash
from rounds.core.planner.formula import Both, Either, Formula, Threshold
from rounds.core.planner.instance import Instance

Numbers = NDArray[np.float32]
PROGRESS_WORTH = 0.5


class Board:
    """How far every door has come with the terms chosen, and would come with one more."""

    def __init__(self, instance: Instance, terms: Sequence[int]) -> None:
        self.terms = list(terms)
        self.place = {n: k for k, n in enumerate(self.terms)}
        doors = instance.doors
        self.sure, self.possible = list(doors.sure.items()), list(doors.possible.items())
        self.asked = doors.thresholds
        self.number = {one: k for k, one in enumerate(self.asked)}
        self.need = np.array([one.need for one in self.asked], dtype=np.float32)
        self.now = np.zeros(len(self.asked), dtype=np.float32)
        self.gain = np.zeros((len(self.asked), len(self.terms)), dtype=np.float32)
        self.author_groups: list[tuple[int, int, NDArray[np.intp]]] = []
        for k, one in enumerate(self.asked):
            self._lay(k, one)

    def _lay(self, k: int, one: Threshold) -> None:
        pairs = [
            (self.place[n], weight)
            for weight, members in one.groups
            for n in members
            if n in self.place
        ]
        places = np.array([place for place, _ in pairs], dtype=np.intp)
        self.gain[k, places] = [weight for _, weight in pairs]
        if one.need > 1:
            for weight, members in one.groups:
                if len(members) > 1:
                    inside = [self.place[n] for n in members if n in self.place]
                    self.author_groups.append((k, weight, np.array(inside, dtype=np.intp)))

    def choose(self, n: int) -> None:
        """Count a term in; it and its author give nothing more."""
        place = self.place[n]
        self.now += self.gain[:, place]
        self.gain[:, place] = 0
        for k, weight, places in self.author_groups:
            if place in places:
                self.gain[k, places] -= np.where(self.gain[k, places] > 0, weight, 0)

    def progress(self) -> tuple[Numbers, Numbers]:
        """Worth of sure and of possible doors with each term added: open ones, and part ones."""
        share = np.minimum(1, (self.now[:, None] + self.gain) / self.need[:, None])
        return self._worth(self.sure, share), self._worth(self.possible, share)

    def _worth(self, doors: list[tuple[Formula, int]], share: Numbers) -> Numbers:
        total = np.zeros(len(self.terms), dtype=np.float32)
        for formula, weight in doors:
            reached = self._reached(formula, share)
            total += weight * np.where(reached >= 1, 1, PROGRESS_WORTH * reached**2)
        return total

    def _reached(self, formula: Formula, share: Numbers) -> Numbers:
        match formula:
            case Threshold():
                row: Numbers = share[self.number[formula]]
                return row
            case Both(parts):
                rows = [self._reached(part, share) for part in parts]
                return np.where(
                    np.min(rows, axis=0) >= 1, 1, np.minimum(np.mean(rows, axis=0), 0.999)
                )
            case Either(parts):
                highest: Numbers = np.max([self._reached(part, share) for part in parts], axis=0)
                return highest
            case _:
                return np.full(share.shape[1], float(formula), dtype=np.float32)


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
