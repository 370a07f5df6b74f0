"""Three figures per term: what it opens alone, what it counts toward, whether the plan has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rounds.core.eligibility.criteria.clinical_experience import ExperienceAsked
from rounds.core.planner.candidates import candidates
from rounds.core.planner.explain.growth import Contribution, GrowingLeaf, Growth
from rounds.core.planner.explain.weights import programs_that_count
from rounds.core.planner.explain.words import counted
from rounds.core.planner.offers import Term
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem
from rounds.core.vocabulary import Verdict


class Unit(StrEnum):
    """What a clause counts."""

    WEEKS = "weeks"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class CountsToward:
    """``amount`` of the ``asked`` weeks or letters, for so many programs."""

    unit: Unit
    amount: int
    asked: int
    programs: int

    @property
    def sentence(self) -> str:
        unit = self.unit.value if self.asked > 1 else self.unit.value.removesuffix("s")
        return f"{self.amount} of {self.asked} {unit} for {counted(self.programs, 'program')}"


@dataclass(frozen=True, slots=True)
class TermFigures:
    """The figures of one term that may enter a plan.

    ``opens_alone`` and ``makes_possible_alone`` are program ids if only this term is done; a door
    that opens and was not possible before is in both.
    ``counts_toward``: most programs first; only what surely counts, only for programs that
    rotations can still open; ``programs`` of them in all (one may ask for weeks and letters).
    """

    term: Term
    opens_alone: tuple[str, ...]
    makes_possible_alone: tuple[str, ...]
    counts_toward: tuple[CountsToward, ...]
    programs: int
    is_in_plan: bool


def term_figures(problem: Problem, plan: Plan) -> tuple[TermFigures, ...]:
    """The figures of every term that may enter, by code.

    Work: one match per term and distinct clause; equal contributions are worked out once.
    """
    growth = Growth(
        facts=problem.facts, season=problem.season, programs=programs_that_count(problem)
    )
    chosen = {term.code for term in plan.terms}
    memo: dict[tuple[Contribution, ...], TermFigures] = {}
    found = []
    for term in candidates(problem).terms:
        contributions = growth.contributions(term)
        if contributions not in memo:
            memo[contributions] = _figures(growth, term, contributions)
        alike = memo[contributions]
        found.append(
            TermFigures(
                term,
                alike.opens_alone,
                alike.makes_possible_alone,
                alike.counts_toward,
                alike.programs,
                term.code in chosen,
            )
        )
    return tuple(found)


def _figures(growth: Growth, term: Term, contributions: Sequence[Contribution]) -> TermFigures:
    gain = growth.gain_from(term, contributions)
    programs: dict[tuple[Unit, int, int], frozenset[str]] = {}
    for contribution in contributions:
        if contribution.match.verdict is Verdict.MET:
            key = _share(growth.leaves[contribution.leaf], contribution.amount)
            asking = growth.programs_of(contribution.leaf)
            programs[key] = programs.get(key, frozenset()) | asking
    rows = [CountsToward(*key, len(ids)) for key, ids in programs.items() if ids]
    rows.sort(key=lambda row: (-row.programs, row.unit, row.asked, row.amount))
    everyone = frozenset[str]().union(*programs.values())
    return TermFigures(
        term,
        gain.opened,
        gain.made_possible,
        tuple(rows),
        len(everyone),
        is_in_plan=False,
    )


def _share(leaf: GrowingLeaf, amount: int) -> tuple[Unit, int, int]:
    if isinstance(leaf, ExperienceAsked):
        return Unit.WEEKS, min(amount, leaf.sure_weeks), leaf.sure_weeks
    return Unit.LETTERS, min(amount, leaf.at_least), leaf.at_least
