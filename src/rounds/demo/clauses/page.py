"""What one page says about one topic."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from rounds.core.vocabulary import Coverage, Modality, Stage

Value = TypeVar("Value")
Shares = tuple[tuple[int, Value], ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One requirement; ``rule`` is a TOML inline table."""

    rule: str
    modality: Modality = Modality.REQUIRED
    stage: Stage = Stage.APPLY
    is_recomputed_yearly: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The clauses on a topic, or what their absence means."""

    clauses: tuple[Clause, ...] = ()
    coverage: Coverage = Coverage.STATED

    def __post_init__(self) -> None:
        if bool(self.clauses) != (self.coverage is Coverage.STATED):
            raise ValueError("a topic is stated exactly when it has clauses")


SILENT = Page(coverage=Coverage.NOT_STATED)
UNREAD = Page(coverage=Coverage.NOT_READ)
NONE_ASKED = Page(coverage=Coverage.EXPRESSLY_NONE)

Shape = Callable[[Random, str], Page]


def stated(*clauses: Clause) -> Page:
    """A page with clauses."""
    return Page(clauses)


def pick(shares: Shares[Value], chance: Random) -> Value:
    """One value, by its share."""
    weights = [share for share, _ in shares]
    return chance.choices([value for _, value in shares], weights)[0]


def always(page: Page) -> Shape:
    """A shape that leaves nothing to chance."""
    return lambda _chance, _specialty: page
