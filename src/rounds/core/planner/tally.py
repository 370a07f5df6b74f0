"""How many doors a choice of terms opens, counted by the few thresholds its terms touch."""

from rounds.core.planner.compile import Doors
from rounds.core.planner.formula import Both, Either, Formula, Threshold


class DoorTally:
    """Knows for each term the thresholds it adds to: (threshold, group, weight)."""

    def __init__(self, doors: Doors, terms: int) -> None:
        self.sure = tuple(doors.sure.items())
        self.possible = tuple(doors.possible.items())
        self.adds: list[list[tuple[Threshold, int, int]]] = [[] for _ in range(terms)]
        for one in doors.thresholds:
            for group, (weight, members) in enumerate(one.groups):
                for n in members:
                    self.adds[n].append((one, group, weight))

    def open(self, chosen: frozenset[int]) -> tuple[int, int]:
        """Summed weight of the sure and of the possible doors that the choice opens."""
        reached = self.reached(chosen)
        return (
            sum(weight for formula, weight in self.sure if given(formula, reached)),
            sum(weight for formula, weight in self.possible if given(formula, reached)),
        )

    def reached(self, chosen: frozenset[int]) -> frozenset[Threshold]:
        """The thresholds that the choice reaches."""
        counted: set[tuple[Threshold, int]] = set()
        amounts: dict[Threshold, int] = {}
        for n in chosen:
            for one, group, weight in self.adds[n]:
                if (one, group) not in counted:
                    counted.add((one, group))
                    amounts[one] = amounts.get(one, 0) + weight
        return frozenset(one for one, amount in amounts.items() if amount >= one.need)


def given(formula: Formula, reached: frozenset[Threshold]) -> bool:
    """The truth of a formula when exactly these thresholds are reached."""
    match formula:
        case Threshold():
            return formula in reached
        case Both(parts):
            return all(given(part, reached) for part in parts)
        case Either(parts):
            return any(given(part, reached) for part in parts)
        case _:
            return formula
