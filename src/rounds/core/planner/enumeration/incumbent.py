"""The best plan known while sets are tried, and the steps that are left."""

from collections.abc import Callable

from rounds.core.planner.instance import Instance

LOOK_UP_EVERY = 100


class OutOfStepsError(Exception):
    """The limit came before the last set was tried."""


class Incumbent:
    """Keeps the better of what is offered; counts steps and stops at their limit."""

    def __init__(
        self,
        instance: Instance,
        known: frozenset[int],
        *,
        steps: int,
        is_over: Callable[[], bool],
        told: Callable[[frozenset[int]], None],
    ) -> None:
        self.instance = instance
        self.told, self.is_over = told, is_over
        self.steps, self.most_steps = 0, steps
        self._take(known)

    def _take(self, chosen: frozenset[int]) -> None:
        self.best, self.value = chosen, self.instance.value(chosen)
        value = self.value
        self.figures = (-value.sure, -value.possible, value.net, -value.letters)

    def step(self) -> None:
        """Count one set; raise OutOfStepsError at the limit."""
        self.steps += 1
        is_due = self.steps % LOOK_UP_EVERY == 0
        if self.steps > self.most_steps or (is_due and self.is_over()):
            raise OutOfStepsError

    def offer(self, chosen: frozenset[int]) -> None:
        """Keep the choice if it is better."""
        if self.instance.value(chosen).rank < self.value.rank:
            self._take(chosen)
            self.told(chosen)
