"""From requirement trees to formulas: two columns for each program, sure and possible.

What is not grown by rotations is folded to its verdict today. Whether one rotation or letter
counts is asked of the criterion itself (``counts``); what is there already comes from its
``tally``. A rotation counts by what it is and by its last day, so each is asked apart: once for
every sort of rotation, once for every window and day.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.core.eligibility.assess import SETTLED_COVERAGE, decides
from rounds.core.eligibility.case import Case
from rounds.core.eligibility.criteria.clinical_experience import ExperienceAsked
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.programs import Program, Requirement, is_current
from rounds.core.eligibility.rules import All, AnyOf, Criterion, NoneOf, Rule, Unless, judge
from rounds.core.errors import InternalDisagreement
from rounds.core.planner.contributions import ExperienceCounts, LetterCounts
from rounds.core.planner.formula import Column, Formula, Threshold, both, either, places, sort_key
from rounds.core.planner.offers import Term
from rounds.core.planner.problem import Problem
from rounds.core.vocabulary import DOOR_TOPICS, Modality, Stage


@dataclass(frozen=True, slots=True)
class Doors:
    """All doors: those open whatever is chosen, and weight by formula for the others.

    Formulas and ``thresholds`` stand in an order that does not depend on the input's.
    """

    sure_now: int
    possible_now: int
    sure: dict[Formula, int]
    possible: dict[Formula, int]
    thresholds: tuple[Threshold, ...]


def compile_doors(problem: Problem, terms: Sequence[Term]) -> Doors:
    """Equal formulas are one door with summed weight; doors no plan can open are left out."""
    weights = dict(problem.wishes.weights)
    compiler = Compiler(problem, terms)
    now = {"sure": 0, "possible": 0}
    found: dict[str, dict[Formula, int]] = {"sure": {}, "possible": {}}
    for program in problem.programs:
        weight = weights.get(program.id, 1)
        if not weight:
            continue
        column = compiler.column(program)
        for name, formula in (("sure", column.sure), ("possible", column.possible)):
            if formula is True:
                now[name] += weight
            elif formula is not False:
                found[name][formula] = found[name].get(formula, 0) + weight
    place = places(*found["sure"], *found["possible"])
    return Doors(
        now["sure"],
        now["possible"],
        _in_order(found["sure"], place),
        _in_order(found["possible"], place),
        tuple(place),
    )


def _in_order(doors: dict[Formula, int], place: dict[Threshold, int]) -> dict[Formula, int]:
    return dict(sorted(doors.items(), key=lambda item: sort_key(item[0], place)))


class Compiler:
    """Compiles the programs of one problem over one list of terms; each tree and leaf once."""

    def __init__(self, problem: Problem, terms: Sequence[Term]) -> None:
        (due,) = problem.season.days_of(Stage.APPLY)
        self.season = problem.season
        self.case = Case(problem.facts, problem.season, due)
        self.experience = ExperienceCounts(terms, self.case)
        self.letters = LetterCounts(terms, self.case)
        self.rules: dict[int, Column] = {}
        self.leaves: dict[Criterion, Column] = {}
        self.kept: dict[Formula, Formula] = {}

    def column(self, program: Program) -> Column:
        """The two columns of a program; a stale or unread one is never surely open."""
        asked = [one for one in program.requirements if decides(one)]
        required = [one for one in asked if one.modality is Modality.REQUIRED]
        possible = both(self.rule(one.rule).possible for one in required)
        if not self._can_be_sure(program, asked):
            return Column(False, possible)
        return Column(both(self.rule(one.rule).sure for one in asked), possible)

    def _can_be_sure(self, program: Program, asked: list[Requirement]) -> bool:
        return (
            all(program.coverage_of(topic) in SETTLED_COVERAGE for topic in DOOR_TOPICS)
            and is_current(program.source, self.season)
            and all(
                is_current(one.source, self.season, recomputed_yearly=one.is_recomputed_yearly)
                for one in asked
            )
        )

    def rule(self, rule: Rule) -> Column:
        """The two columns of a tree."""
        if id(rule) not in self.rules:
            self.rules[id(rule)] = self._rule(rule)
        return self.rules[id(rule)]

    def _rule(self, rule: Rule) -> Column:
        match rule:
            case All(parts):
                columns = [self.rule(part) for part in parts]
                return Column(both(c.sure for c in columns), both(c.possible for c in columns))
            case AnyOf(parts):
                columns = [self.rule(part) for part in parts]
                return Column(either(c.sure for c in columns), either(c.possible for c in columns))
            case Unless(inner, exception):
                columns = [self.rule(inner), self.rule(exception)]
                return Column(either(c.sure for c in columns), either(c.possible for c in columns))
            case NoneOf():
                return self._today(rule)
            case _:
                return self._leaf(rule)

    def _today(self, rule: Rule) -> Column:
        outcome = judge(rule, self.case)
        return Column(outcome.is_met, outcome.is_possible)

    def _leaf(self, leaf: Criterion) -> Column:
        if leaf not in self.leaves:
            match leaf:
                case ExperienceAsked():
                    self.leaves[leaf] = self._kept(self.experience.column(leaf))
                case LettersAsked():
                    self.leaves[leaf] = self._kept(self.letters.column(leaf))
                case _ if leaf.grows_with_plan:
                    raise InternalDisagreement(f"the planner cannot compile '{leaf.name}'")
                case _:
                    self.leaves[leaf] = self._today(leaf)
        return self.leaves[leaf]

    def _kept(self, column: Column) -> Column:
        """The same column out of formulas kept once, for equal ones are compared very often."""
        return Column(
            self.kept.setdefault(column.sure, column.sure),
            self.kept.setdefault(column.possible, column.possible),
        )
