"""Doors before and after a plan, and which chosen term moved which clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.core.eligibility.assess import Assessment, assess, decides
from rounds.core.eligibility.programs import Program, Requirement
from rounds.core.eligibility.rules import describe
from rounds.core.planner.explain.evidence import terms_that_count
from rounds.core.planner.explain.weights import programs_that_count
from rounds.core.planner.explain.words import counted, listed, number
from rounds.core.planner.offers import Term
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem, with_plan
from rounds.core.values import Cents, money
from rounds.core.vocabulary import CURES, Door, UnknownCause, Verdict

VERDICT_WORDS = {Verdict.MET: "met", Verdict.UNMET: "not met", Verdict.UNKNOWN: "unknown"}


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A deciding clause whose verdict the plan changes, and the chosen terms that count for it."""

    requirement: Requirement
    before: Verdict
    after: Verdict
    terms: tuple[str, ...]

    @property
    def sentence(self) -> str:
        by = f", through {listed(self.terms)}" if self.terms else ""
        return (
            f"{VERDICT_WORDS[self.before]} → {VERDICT_WORDS[self.after]}: "
            f"{describe(self.requirement.rule)}{by}."
        )


@dataclass(frozen=True, slots=True)
class DoorChange:
    """One program before and after. ``needs``: the terms without which it would not be open."""

    program: Program
    before: Assessment
    after: Assessment
    clauses: tuple[ClauseChange, ...]
    needs: tuple[str, ...] = ()

    @property
    def is_newly_open(self) -> bool:
        return self.after.door is Door.OPEN and self.before.door is not Door.OPEN

    @property
    def is_newly_possible(self) -> bool:
        """Possible only now, and not open: shown beside the headline, never added to it."""
        after = self.after
        return after.is_possible and after.door is not Door.OPEN and not self.before.is_possible

    @property
    def sentence(self) -> str:
        words = " ".join(clause.sentence for clause in self.clauses)
        return f"{self.program.name}: {self.before.door} → {self.after.door}. {words}".rstrip()


@dataclass(frozen=True, slots=True)
class TermEffect:
    """What one chosen term does: program ids, in the problem's order.

    ``opens_alone`` would open with this term and no other; ``opens_together`` need this term and
    another; ``helps_open`` use it, but would stand open without it; ``counts_toward`` have a
    deciding clause this term counts for, and are not open.
    """

    term: Term
    opens_alone: tuple[str, ...]
    opens_together: tuple[str, ...]
    helps_open: tuple[str, ...]
    counts_toward: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoorsBeforeAndAfter:
    """Every program that counts, in the problem's order, and what each chosen term does."""

    changes: tuple[DoorChange, ...]
    effects: tuple[TermEffect, ...]
    cost: Cents

    @property
    def opened(self) -> tuple[DoorChange, ...]:
        return tuple(change for change in self.changes if change.is_newly_open)

    @property
    def made_possible(self) -> tuple[DoorChange, ...]:
        return tuple(change for change in self.changes if change.is_newly_possible)

    @property
    def open_before(self) -> int:
        return sum(change.before.door is Door.OPEN for change in self.changes)

    @property
    def open_after(self) -> int:
        return sum(change.after.door is Door.OPEN for change in self.changes)

    @property
    def closed(self) -> tuple[DoorChange, ...]:
        return tuple(change for change in self.changes if change.after.door is Door.CLOSED)

    @property
    def undecided(self) -> tuple[DoorChange, ...]:
        return tuple(change for change in self.changes if change.after.door is Door.UNDECIDED)

    @property
    def undecided_by_cause(self) -> tuple[tuple[UnknownCause, int, str], ...]:
        """Cause, number of undecided doors that have it, cure; a door may have several."""
        rows = [
            (cause, sum(cause in change.after.causes for change in self.undecided), CURES[cause])
            for cause in UnknownCause
        ]
        return tuple(row for row in rows if row[1])

    @property
    def stale(self) -> int:
        """Doors whose rules were read for an older season; never counted as open."""
        return sum(UnknownCause.STALE in change.after.causes for change in self.changes)

    @property
    def headline(self) -> str:
        """Newly open doors only; possible ones are said apart."""
        return headline(
            terms=len(self.effects),
            cost=self.cost,
            opened=len(self.opened),
            made_possible=len(self.made_possible),
        )


def headline(*, terms: int, cost: Cents, opened: int, made_possible: int) -> str:
    """The first sentence of a plan."""
    beside = f"{counted(made_possible, 'other')} would be possible" if made_possible else ""
    if not terms:
        return "This plan books no rotation, and no further door opens."
    these = "this one rotation" if terms == 1 else f"these {number(terms)} rotations"
    start = f"With {these}, {money(cost)} in all,"
    if opened == 1:
        text = f"{start} 1 more door stands open"
    elif opened:
        text = f"{start} {opened:,} more doors stand open"
    else:
        text = f"{start} no further door surely opens"
    return f"{text}; {beside}." if beside else f"{text}."


def doors_before_and_after(problem: Problem, plan: Plan) -> DoorsBeforeAndAfter:
    """Every program that counts, assessed without and with the plan.

    Costs one ``assess`` over all programs each way, and two per chosen term over those it opens.
    """
    programs = programs_that_count(problem)
    before = assess(problem.facts, programs, problem.season)
    after = assess(with_plan(problem.facts, plan.terms), programs, problem.season)
    newly = tuple(
        two.program
        for one, two in zip(before, after, strict=True)
        if two.door is Door.OPEN and one.door is not Door.OPEN
    )
    needed = {term.code: _lost_without(problem, plan, term, newly) for term in plan.terms}
    changes = tuple(
        DoorChange(
            two.program,
            one,
            two,
            _clause_changes(problem, plan, one, two),
            tuple(code for code, lost in needed.items() if two.program.id in lost),
        )
        for one, two in zip(before, after, strict=True)
    )
    effects = tuple(_effect(problem, term, changes, newly) for term in plan.terms)
    return DoorsBeforeAndAfter(changes, effects, plan.cost)


def _lost_without(
    problem: Problem, plan: Plan, term: Term, newly: Sequence[Program]
) -> frozenset[str]:
    others = tuple(other for other in plan.terms if other.code != term.code)
    return frozenset(program.id for program in newly) - _open(problem, others, newly)


def _open(problem: Problem, terms: tuple[Term, ...], programs: Sequence[Program]) -> frozenset[str]:
    assessed = assess(with_plan(problem.facts, terms), programs, problem.season)
    return frozenset(one.program.id for one in assessed if one.door is Door.OPEN)


def _clause_changes(
    problem: Problem, plan: Plan, before: Assessment, after: Assessment
) -> tuple[ClauseChange, ...]:
    return tuple(
        ClauseChange(
            one.requirement,
            one.by_its_word.verdict,
            two.by_its_word.verdict,
            terms_that_count(problem, plan.terms, two),
        )
        for one, two in zip(before.findings, after.findings, strict=True)
        if decides(one.requirement) and one.by_its_word.verdict is not two.by_its_word.verdict
    )


def _effect(
    problem: Problem, term: Term, changes: Sequence[DoorChange], newly: Sequence[Program]
) -> TermEffect:
    alone = _open(problem, (term,), newly)
    together = tuple(
        change.program.id
        for change in changes
        if term.code in change.needs and change.program.id not in alone
    )
    helped = tuple(
        change.program.id
        for change in changes
        if change.is_newly_open
        and change.program.id not in (*alone, *together)
        and any(term.code in clause.terms for clause in change.clauses)
    )
    toward = tuple(
        change.program.id
        for change in changes
        if change.after.door is not Door.OPEN and _counts_for(problem, term, change.after)
    )
    names = tuple(program.id for program in newly if program.id in alone)
    return TermEffect(term, names, together, helped, toward)


def _counts_for(problem: Problem, term: Term, assessment: Assessment) -> bool:
    return any(
        decides(finding.requirement) and terms_that_count(problem, (term,), finding)
        for finding in assessment.findings
    )
