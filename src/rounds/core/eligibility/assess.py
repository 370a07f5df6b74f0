"""Which doors stand open, closed or undecided for one person, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from rounds.core.collector import collector_paused
from rounds.core.eligibility.case import Case
from rounds.core.eligibility.findings import Finding
from rounds.core.eligibility.programs import Program, Requirement, is_current
from rounds.core.eligibility.rules import Rule, judge
from rounds.core.eligibility.verdict import NO_CAUSE, Causes, Outcome, agreed, unknown
from rounds.core.facts import ApplicantFacts
from rounds.core.seasons import Season
from rounds.core.values import Source, day
from rounds.core.vocabulary import (
    DOOR_TOPICS,
    Coverage,
    Door,
    Modality,
    Stage,
    Topic,
    UnknownCause,
    Verdict,
)

__all__ = ["Assessment", "Finding", "assess", "date_line", "decides", "due_line", "judge_for_stage"]

SETTLED_COVERAGE = (Coverage.STATED, Coverage.EXPRESSLY_NONE)
GAP_CAUSES = {
    Coverage.NOT_STATED: UnknownCause.NOT_STATED,
    Coverage.NOT_READ: UnknownCause.NOT_TESTABLE,
}
Gaps = tuple[tuple[Topic, Coverage], ...]
Judged = dict[int, tuple[Rule, Outcome]]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A program as seen by one person for one season.

    ``is_possible``: not closed, and open if every unknown turned out well and old rules held.
    """

    program: Program
    door: Door
    causes: Causes
    findings: tuple[Finding, ...]
    is_possible: bool
    gaps: Gaps

    @property
    def decisive(self) -> tuple[Finding, ...]:
        """The findings that keep the door from being open."""
        return tuple(f for f in self.findings if decides(f.requirement) and not f.outcome.is_met)

    @property
    def still_to_do(self) -> tuple[Finding, ...]:
        """Required clauses of later stages that are not met yet; they close nothing now."""
        return tuple(
            finding
            for finding in self.findings
            if finding.requirement.stage is not Stage.APPLY
            and finding.requirement.modality is Modality.REQUIRED
            and not finding.outcome.is_met
        )


def decides(requirement: Requirement) -> bool:
    """True when the clause bears on the door for applying.

    A clause of unknown modality might be required, so it can leave a door undecided.
    """
    modality = requirement.modality
    return requirement.stage is Stage.APPLY and (
        modality is Modality.REQUIRED or modality is Modality.UNKNOWN
    )


def assess(
    facts: ApplicantFacts, programs: Iterable[Program], season: Season
) -> tuple[Assessment, ...]:
    """One assessment per program, in the order given.

    Equal rules shared by programs (the same object) are judged once.
    """
    desk = _Desk(facts, season)
    with collector_paused():
        return tuple([desk.assessment(program) for program in programs])


def judge_for_stage(rule: Rule, stage: Stage, facts: ApplicantFacts, season: Season) -> Outcome:
    """A tree on the day its stage falls; on both days when the stage has no single one."""
    return _judged_on(rule, [Case(facts, season, due) for due in season.days_of(stage)])


def _judged_on(rule: Rule, cases: list[Case]) -> Outcome:
    outcomes = [judge(rule, case) for case in cases]
    return outcomes[0] if len(outcomes) == 1 else agreed(outcomes)


class _Desk:
    """One person's papers for one season, with what was judged of them so far."""

    def __init__(self, facts: ApplicantFacts, season: Season) -> None:
        self.season = season
        cases = {day: Case(facts, season, day) for stage in Stage for day in season.days_of(stage)}
        self.cases = {stage: [cases[day] for day in season.days_of(stage)] for stage in Stage}
        self.judged: dict[Stage, Judged] = {stage: {} for stage in Stage}
        self.judged_to_apply = self.judged[Stage.APPLY]
        self.stale: dict[Causes, Outcome] = {}
        self.current: dict[tuple[str, str, str, bool], bool] = {}
        self.gaps: dict[int, tuple[Gaps, Gaps]] = {}

    def assessment(self, program: Program) -> Assessment:
        is_fresh = self._is_current(program.source, yearly=False)
        findings = tuple([self._finding(one, program, is_fresh) for one in program.requirements])
        return _decide(program, findings, self._gaps(program), is_fresh=is_fresh)

    def _gaps(self, program: Program) -> Gaps:
        kept = self.gaps.get(id(program.coverage))
        if kept is None:
            kept = self.gaps[id(program.coverage)] = (program.coverage, _gaps(program))
        return kept[1]

    def _finding(self, requirement: Requirement, program: Program, is_fresh: bool) -> Finding:  # noqa: FBT001
        stage, rule = requirement.stage, requirement.rule
        judged = self.judged_to_apply if stage is Stage.APPLY else self.judged[stage]
        kept = judged.get(id(rule))
        if kept is None:
            # kept with the rule itself: as long as it lives, no other has its id
            kept = judged[id(rule)] = (rule, _judged_on(rule, self.cases[stage]))
        by_its_word = kept[1]
        if requirement.source is not program.source or requirement.is_recomputed_yearly:
            yearly = requirement.is_recomputed_yearly
            is_fresh = self._is_current(requirement.source, yearly=yearly)
        if is_fresh:
            return Finding(requirement, by_its_word, by_its_word)
        return Finding(requirement, self._stale(by_its_word.causes), by_its_word)

    def _stale(self, causes: Causes) -> Outcome:
        if causes not in self.stale:
            self.stale[causes] = unknown(UnknownCause.STALE, *causes)
        return self.stale[causes]

    def _is_current(self, source: Source, *, yearly: bool) -> bool:
        """The address does not matter: programs share what matters."""
        key = (source.via, source.read_on, source.as_of, yearly)
        if key not in self.current:
            self.current[key] = is_current(source, self.season, recomputed_yearly=yearly)
        return self.current[key]


def _gaps(program: Program) -> Gaps:
    """The topics without which no door is open, where the page does not settle them."""
    found = ((topic, program.coverage_of(topic)) for topic in DOOR_TOPICS)
    return tuple((topic, stated) for topic, stated in found if stated not in SETTLED_COVERAGE)


def _decide(
    program: Program, findings: tuple[Finding, ...], gaps: Gaps, *, is_fresh: bool
) -> Assessment:
    deciding = [one for one in findings if one.requirement.stage is Stage.APPLY]
    required = [one for one in deciding if one.requirement.modality is Modality.REQUIRED]
    verdicts = [one.outcome.verdict for one in required]
    if Verdict.UNMET in verdicts:
        return Assessment(program, Door.CLOSED, NO_CAUSE, findings, False, gaps)
    causes = {GAP_CAUSES[stated] for _, stated in gaps}
    if Verdict.UNKNOWN in verdicts:
        causes.update(*[one.outcome.causes for one in required])
    if not is_fresh:
        causes.add(UnknownCause.STALE)
    if len(deciding) > len(required) and any(map(_may_be_required, deciding)):
        causes.add(UnknownCause.NOT_STATED)
    is_possible = Verdict.UNMET not in [one.by_its_word.verdict for one in required]
    door = Door.UNDECIDED if causes else Door.OPEN
    return Assessment(program, door, frozenset(causes), findings, is_possible, gaps)


def _may_be_required(finding: Finding) -> bool:
    """Nobody says how binding the clause is, and it is not met."""
    return finding.requirement.modality is Modality.UNKNOWN and not finding.outcome.is_met


def date_line(source: Source) -> str:
    """Where and when a rule was read, in one line."""
    as_of = f", for {source.as_of}" if source.as_of else ", year not stated"
    return f"{source.url} ({source.via}, read {source.read_on}{as_of})"


def due_line(stage: Stage, season: Season) -> str:
    """``by Sep 1, 2027`` for a stage."""
    return f"by {day(season.days_of(stage)[-1])}"
