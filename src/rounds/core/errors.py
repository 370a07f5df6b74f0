"""What can go wrong in a calculation.

CoreError
├── BadInput            the input is wrong; carries every problem found, not only the first
├── SolverStopped       the solver ran out of time or nodes before it had any plan
└── InternalDisagreement  two parts of Rounds that must agree do not: a bug, never a result
"""

from dataclasses import dataclass


class CoreError(Exception):
    """Base of all errors the core raises on purpose."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with an input, and where: ``line`` is 1-based, 0 when unknown."""

    file: str
    line: int
    key: str
    sentence: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.key}: {self.sentence}" if self.key else f"{place}: {self.sentence}"


class BadInput(CoreError):
    """All problems of an input at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class SolverStopped(CoreError):
    """A limit was reached before any plan was found."""


class InternalDisagreement(CoreError):
    """The planner and the scalar check disagree about a plan."""
