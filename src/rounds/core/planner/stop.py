"""When to stop: limits on seconds and nodes, and what has been used of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Stop:
    """Limits of one call of ``solve``; ``None`` is no limit.

    ``nodes`` counts nodes of the search tree over all stages: the same limit gives the same plan.
    ``seconds`` depends on the machine. The core reads no clock: pass one (``time.monotonic``) to
    count everything; without it only the solver's own seconds count.
    """

    seconds: float | None = None
    nodes: int | None = None
    clock: Clock | None = None

    def __post_init__(self) -> None:
        if self.seconds is not None and self.seconds < 0:
            raise ValueError("a time limit is less than nothing")
        if self.nodes is not None and self.nodes < 0:
            raise ValueError("a node limit is less than nothing")


NEVER = Stop()


@dataclass(slots=True)
class Meter:
    """What is left of a limit."""

    stop: Stop
    nodes: int = 0
    solver_seconds: float = 0.0
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.stop.clock() if self.stop.clock else 0.0

    def spend(self, *, nodes: int, seconds: float) -> None:
        """Note what one run of the solver used."""
        self.nodes += nodes
        self.solver_seconds += seconds

    @property
    def seconds_left(self) -> float | None:
        if self.stop.seconds is None:
            return None
        used = self.stop.clock() - self.began if self.stop.clock else self.solver_seconds
        return max(0.0, self.stop.seconds - used)

    @property
    def nodes_left(self) -> int | None:
        return None if self.stop.nodes is None else max(0, self.stop.nodes - self.nodes)

    @property
    def is_over(self) -> bool:
        return self.seconds_left == 0 or self.nodes_left == 0

    @property
    def is_half_over(self) -> bool:
        """True when no more than half of the seconds is left, or no node."""
        left = self.seconds_left
        is_late = left is not None and 2 * left <= (self.stop.seconds or 0)
        return is_late or self.nodes_left == 0
