"""The answer: chosen terms, what they cost and open, and how far that is proven."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rounds.core.planner.offers import Term
from rounds.core.values import Cents


class StageName(StrEnum):
    """What is optimized, in this order."""

    SURE_DOORS = "sure_doors"
    POSSIBLE_DOORS = "possible_doors"
    COST = "cost"
    LETTERS = "letters"
    FINISH = "finish"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class StageProof:
    """The value reached in a stage and the best that could still exist; equal when proven.

    Doors and letters count up, cost (cents, less what letters are allowed to cost) and finish
    (proleptic ordinal of the last day, 0 for an empty plan) count down.
    """

    stage: StageName
    value: int
    bound: int

    @property
    def is_proven(self) -> bool:
        return self.value == self.bound


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line of the plan's cost; the lines sum to the cost of the plan."""

    label: str
    cents: Cents
    term: str = ""
    is_estimate: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Chosen terms by date. Door values are weighted sums over programs.

    ``letters`` are authors whose letter counts, up to the number wished for.
    """

    terms: tuple[Term, ...]
    sure_doors: int
    possible_doors: int
    cost: Cents
    cost_lines: tuple[CostLine, ...]
    letters: int
    finish: date | None
    stages: tuple[StageProof, ...]

    @property
    def is_proven(self) -> bool:
        return all(stage.is_proven for stage in self.stages)
