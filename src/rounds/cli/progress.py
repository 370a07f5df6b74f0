"""What the search has found so far, told on standard error while people wait."""

from contextlib import AbstractContextManager, nullcontext
from types import TracebackType

from rich.console import Console
from rich.status import Status

from rounds.core.planner.plan import Plan
from rounds.core.planner.report.progress import sentence


class Progress:
    """A line for the first plan and for every better one; a spinner between. Silent in pipes."""

    def __init__(self, console: Console | None = None, *, is_quiet: bool = False) -> None:
        self.console = console or Console(stderr=True, highlight=False, markup=False)
        self.is_shown = self.console.is_terminal and not is_quiet
        self.is_first = True
        self._status: Status | None = None
        self._shown: AbstractContextManager[object] = nullcontext()

    def __enter__(self) -> "Progress":
        if self.is_shown:
            self._status = self.console.status("Looking for the best rotations")
            self._shown = self._status
            self._shown.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._shown.__exit__(kind, error, trace)

    def stage(self, words: str) -> None:
        """What is being done now."""
        if self._status is not None:
            self._status.update(words)

    def plan(self, plan: Plan) -> None:
        """One plan the search has found."""
        if self.is_shown:
            self.console.print(sentence(plan, is_first=self.is_first), style="dim")
        self.is_first = False
