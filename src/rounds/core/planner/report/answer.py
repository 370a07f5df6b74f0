"""Everything a plan's report says, worked out once; the sections only word it."""

from dataclasses import dataclass
from functools import cached_property

from rounds.core.eligibility.programs import Program
from rounds.core.legality.ruling import Ruling
from rounds.core.planner.explain.added_up import AddedUp
from rounds.core.planner.explain.costs import CostSheet
from rounds.core.planner.explain.doors import DoorsBeforeAndAfter
from rounds.core.planner.explain.figures import TermFigures
from rounds.core.planner.explain.frontier import Frontier
from rounds.core.planner.explain.honest import HonestPage
from rounds.core.planner.explain.limits.limit import Limit
from rounds.core.planner.explain.one_more import OneMore
from rounds.core.planner.explain.proof import Proof
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem


@dataclass(frozen=True)
class Answer:
    """A plan and its explanations. ``rulings`` go with ``plan.terms``; ``figures`` with all terms
    that may enter. ``is_whole`` is False while dollars and limits are still to be compared."""

    problem: Problem
    plan: Plan
    doors: DoorsBeforeAndAfter
    rulings: tuple[Ruling, ...]
    added_up: tuple[AddedUp, ...]
    figures: tuple[TermFigures, ...]
    costs: CostSheet
    frontier: Frontier
    one_more: OneMore
    limits: tuple[Limit, ...]
    honest: HonestPage
    proof: Proof
    is_whole: bool = False

    @cached_property
    def programs(self) -> dict[str, Program]:
        """Programs by id."""
        return {program.id: program for program in self.problem.programs}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each chosen term on the page, by code."""
        return {term.code: number for number, term in enumerate(self.plan.terms, start=1)}

    @property
    def has_fiction(self) -> bool:
        """True when some of the programs belong to the fictional demo world."""
        return any(program.is_fictional for program in self.problem.programs)
