"""When little or nothing helps: why each door stays shut, and what could still change that."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rounds.core.eligibility.assess import Assessment, assess, decides
from rounds.core.planner.candidates import SENTENCES, Excluded, Reason, candidates
from rounds.core.planner.explain.ceiling import openable
from rounds.core.planner.explain.fixed import NO_JUDGMENT, doors_by_kind
from rounds.core.planner.explain.growth import Growth
from rounds.core.planner.explain.reach import (
    can_be_possible_by_growth,
    can_open_by_growth,
    is_required,
)
from rounds.core.planner.explain.weights import programs_that_count
from rounds.core.planner.explain.words import counted
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem, with_plan
from rounds.core.vocabulary import CURES, Door, Topic, UnknownCause, Verdict


class Bar(StrEnum):
    """What keeps a door shut after the plan, the firmest bar first; codes never change."""

    FACTS = "facts"
    UNKNOWN = "unknown"
    CATALOG = "catalog"
    EXCLUDED = "excluded"
    LIMITS = "limits"


BAR_WORDS = {
    Bar.FACTS: "a required clause is not met that no rotation can change",
    Bar.UNKNOWN: "something is unknown that no rotation can settle",
    Bar.CATALOG: "all rotations of the catalog together would not meet the clause",
    Bar.EXCLUDED: "the rotations that could open it cannot be chosen",
    Bar.LIMITS: "rotations that could open it exist, but not beside this plan within your limits",
}


WAITS = {
    UnknownCause.NOT_TOLD: "something about you is not told",
    UnknownCause.NOT_STATED: "the page does not say enough",
    UnknownCause.NOT_TESTABLE: "a clause is no matter of counting",
    UnknownCause.PENDING: "a day still to come decides",
    UnknownCause.STALE: "the page speaks of an older season",
}


@dataclass(frozen=True, slots=True)
class ShutDoor:
    """A program that stays shut: the bar, the causes of unknowns, the topics of unmet clauses."""

    assessment: Assessment
    bar: Bar
    topics: tuple[Topic, ...]

    @property
    def causes(self) -> tuple[UnknownCause, ...]:
        return tuple(sorted(self.assessment.causes))


@dataclass(frozen=True, slots=True)
class Cure:
    """What could still change something: its code, whom it asks, and how many doors it concerns.

    ``doors`` counts doors concerned; it promises none.
    """

    code: str
    sentence: str
    doors: int


@dataclass(frozen=True, slots=True)
class HonestPage:
    """``opened`` and ``open_before`` count doors; the rest explains those that stay shut.

    ``out_of_reach`` are program ids no plan from this catalog can open, whatever the limits.
    ``terms_out`` counts, by reason, terms that cannot be chosen; a term may have several.
    """

    opened: int
    open_before: int
    shut: tuple[ShutDoor, ...]
    terms_out: tuple[tuple[Reason, int], ...]
    terms_in: int
    cures: tuple[Cure, ...]
    is_proven: bool

    @property
    def nothing_helps(self) -> bool:
        return self.opened == 0

    @property
    def _waits_for_facts(self) -> bool:
        """True when every door hangs, among other things, on what is not told."""
        return all(UnknownCause.NOT_TOLD in one.causes for one in self.shut)

    @property
    def out_of_reach(self) -> tuple[str, ...]:
        firm = (Bar.FACTS, Bar.UNKNOWN, Bar.CATALOG)
        return tuple(one.assessment.program.id for one in self.shut if one.bar in firm)

    @property
    def by_bar(self) -> tuple[tuple[Bar, int, str], ...]:
        """Bar, number of doors, the reason in words."""
        counts = Counter(one.bar for one in self.shut)
        return tuple((bar, counts[bar], BAR_WORDS[bar]) for bar in Bar if counts[bar])

    @property
    def sentence(self) -> str:
        if not self.shut:
            return "Every door you listed stands open."
        if self.opened:
            opened = counted(self.opened, "door")
            return f"This plan opens {opened}; {counted(len(self.shut), 'other')} stay shut."
        if not self.open_before and self._waits_for_facts:
            waiting = counted(len(self.shut), "door waits", "doors wait")
            return (
                f"Too little is told for a plan: {waiting} for facts about you. Tell them, and ask "
                "again before you pay for anything."
            )
        if self.is_proven:
            start = "No plan from this catalog, within your limits, opens one more door."
        else:
            start = "We found no plan that opens one more door; the search stopped before a proof."
        if self.open_before:
            before = counted(self.open_before, "door already stands", "doors already stand")
            return f"{start} {before} open without a rotation."
        return f"{start} We would rather tell you now than after you have paid."


def honest_page(problem: Problem, plan: Plan) -> HonestPage:
    """Why doors stay shut after a plan, and the cure of each cause. No solver runs.

    A door is out of reach by proof: its fixed clauses bar it, or the sum of everything the whole
    catalog could add, days and laws and prices ignored, falls short.
    """
    programs = programs_that_count(problem)
    before = assess(problem.facts, programs, problem.season)
    after = assess(with_plan(problem.facts, plan.terms), programs, problem.season)
    sorted_terms = candidates(problem)
    growth = Growth(facts=problem.facts, season=problem.season, programs=programs)
    by_catalog = openable(growth, problem.terms)
    by_choice = openable(growth, sorted_terms.terms)
    shut = tuple(
        ShutDoor(one, _bar(one, problem, by_catalog, by_choice), _unmet_topics(one))
        for one in after
        if one.door is not Door.OPEN
    )
    reasons = Counter(reason for one in sorted_terms.excluded for reason in one.reasons)
    open_before = sum(one.door is Door.OPEN for one in before)
    return HonestPage(
        opened=sum(one.door is Door.OPEN for one in after) - open_before,
        open_before=open_before,
        shut=shut,
        terms_out=tuple((reason, reasons[reason]) for reason in Reason if reasons[reason]),
        terms_in=len(sorted_terms.terms),
        cures=_cures(shut, problem, _reasons_behind(shut, sorted_terms.excluded, growth)),
        is_proven=plan.is_proven,
    )


def _bar(
    assessment: Assessment,
    problem: Problem,
    by_catalog: frozenset[str],
    by_choice: frozenset[str],
) -> Bar:
    if not can_be_possible_by_growth(assessment):
        return Bar.FACTS
    if not can_open_by_growth(assessment, problem.season):
        return Bar.UNKNOWN
    if assessment.program.id not in by_catalog:
        return Bar.CATALOG
    return Bar.LIMITS if assessment.program.id in by_choice else Bar.EXCLUDED


def _unmet_topics(assessment: Assessment) -> tuple[Topic, ...]:
    unmet = {
        finding.requirement.topic
        for finding in assessment.findings
        if decides(finding.requirement)
        and is_required(finding)
        and finding.by_its_word.verdict is Verdict.UNMET
    }
    return tuple(sorted(unmet))


def _cures(
    shut: Sequence[ShutDoor], problem: Problem, reasons: Counter[Reason]
) -> tuple[Cure, ...]:
    causes = Counter(cause for one in shut for cause in one.assessment.causes)
    found = [
        Cure(
            f"unknown.{cause}",
            f"{counted(causes[cause], 'door')} undecided: {WAITS[cause]}; {CURES[cause]}.",
            causes[cause],
        )
        for cause in UnknownCause
        if causes[cause]
    ]
    assessments = [one.assessment for one in shut]
    fixed = [
        Cure(f"fixed.{kind.code}", kind.sentence(doors), doors)
        for kind, doors in doors_by_kind(assessments, problem.facts, problem.season)
    ]
    if fixed:
        fixed.append(Cure("fixed", NO_JUDGMENT, sum(one.bar is Bar.FACTS for one in shut)))
    return (*found, *fixed, *_by_bar(shut, reasons))


def _reasons_behind(
    shut: Sequence[ShutDoor], excluded: Sequence[Excluded], growth: Growth
) -> Counter[Reason]:
    """Why the terms that count toward doors barred by exclusion cannot be chosen."""
    barred = {one.assessment.program.id for one in shut if one.bar is Bar.EXCLUDED}
    wanted = {
        index
        for index in range(len(growth.leaves))
        if not barred.isdisjoint(growth.programs_of(index))
    }
    return Counter(
        reason
        for one in excluded
        if any(
            part.leaf in wanted and part.match.verdict is Verdict.MET
            for part in growth.contributions(one.term)
        )
        for reason in one.reasons
    )


def _by_bar(shut: Sequence[ShutDoor], reasons: Counter[Reason]) -> list[Cure]:
    bars = Counter(one.bar for one in shut)
    found = []
    if bars[Bar.CATALOG]:
        doors = counted(bars[Bar.CATALOG], "door")
        ask = "asks" if bars[Bar.CATALOG] == 1 else "ask"
        sentence = f"{doors} {ask} for more than all rotations of this catalog together; another "
        sentence += "catalog could help."
        found.append(Cure("catalog", sentence, bars[Bar.CATALOG]))
    if bars[Bar.EXCLUDED]:
        doors = counted(bars[Bar.EXCLUDED], "door")
        common = max(Reason, key=lambda reason: reasons[reason])
        them = "it" if bars[Bar.EXCLUDED] == 1 else "them"
        sentence = f"{doors}: the rotations that could open {them} cannot be chosen. "
        sentence += f"Most often: {SENTENCES[common]}."
        found.append(Cure("excluded", sentence, bars[Bar.EXCLUDED]))
    if bars[Bar.LIMITS]:
        doors = counted(bars[Bar.LIMITS], "door")
        sentence = f"{doors}: other dates, a larger budget or other choices could open some."
        found.append(Cure("limits", sentence, bars[Bar.LIMITS]))
    return found
