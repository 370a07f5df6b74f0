"""For a set of families: choose a sort for each, then days on the calendar."""

from rounds.core.planner.enumeration.days import on_calendar
from rounds.core.planner.enumeration.incumbent import Incumbent
from rounds.core.planner.enumeration.layout import Layout
from rounds.core.planner.enumeration.parts import POSSIBLE, SURE, Total, total

Sorts = tuple[tuple[int, int], ...]


def assign(layout: Layout, picks: tuple[int, ...], cost: int, known: Incumbent) -> None:
    """Offer every plan of these families that may be the best one."""
    rest = [0]
    for k in reversed(picks):
        part = layout.parts[k]
        rest.append(rest[-1] + part.adds[SURE] + part.letters[SURE])
    _Assignment(layout, picks, cost, rest[::-1], known).choose((), total(layout.pins, SURE))


class _Assignment:
    """``rest`` is the most that the families from each place on can add."""

    def __init__(
        self, layout: Layout, picks: tuple[int, ...], cost: int, rest: list[int], known: Incumbent
    ) -> None:
        self.layout, self.picks, self.cost, self.rest = layout, picks, cost, rest
        self.known = known

    def choose(self, sorts: Sorts, sure: Total) -> None:
        """Choose a sort for the next family; of one family taken twice in rising order."""
        board = self.layout.boards[SURE]
        bound = board.worth(sure.amount + self.rest[len(sorts)])
        if self.layout.instance.doors.sure_now + bound < self.known.value.sure:
            return
        if len(sorts) == len(self.picks):
            self._set_days(sorts)
            return
        k = self.picks[len(sorts)]
        lowest = sorts[-1][1] if sorts and sorts[-1][0] == k else 0
        for number in range(lowest, len(self.layout.sorts[k])):
            self.known.step()
            part = self.layout.sorts[k][number]
            self.choose((*sorts, (k, number)), sure.plus(part, SURE))

    def _set_days(self, sorts: Sorts) -> None:
        figures = self._figures(sorts)
        if figures > self.known.figures:
            return
        options = [self.layout.families[k].sorts[number].terms for k, number in sorts]
        latest = self.known.value.finish if figures == self.known.figures else None
        found = on_calendar(self.layout.instance, options, latest, self.known.step)
        if found is not None:
            self.known.offer(found)

    def _figures(self, sorts: Sorts) -> tuple[int, int, int, int]:
        instance, boards = self.layout.instance, self.layout.boards
        parts = [*self.layout.pins, *(self.layout.sorts[k][number] for k, number in sorts)]
        letters = instance.counted(len({part.author for part in parts if part.gives_letter}))
        return (
            -instance.doors.sure_now - boards[SURE].worth(total(parts, SURE).amount),
            -instance.doors.possible_now - boards[POSSIBLE].worth(total(parts, POSSIBLE).amount),
            instance.net(self.cost, letters),
            -letters,
        )
