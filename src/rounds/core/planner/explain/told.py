"""Facts nobody has told us: which keep doors undecided, and how many could open at best."""

from collections.abc import Iterable
from dataclasses import dataclass

from rounds.core.eligibility.assess import Assessment, Finding, assess, decides
from rounds.core.eligibility.case import Case
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.programs import is_current
from rounds.core.eligibility.rules import Criterion, Rule, leaves
from rounds.core.eligibility.verdict import Outcome, met, unmet
from rounds.core.planner.explain.trees import judge_leaves
from rounds.core.planner.explain.weights import programs_that_count
from rounds.core.planner.explain.words import counted
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem, with_plan
from rounds.core.seasons import Season
from rounds.core.vocabulary import Door, Exam, UnknownCause, Verdict

FACT_OF_CRITERION = {
    "graduated_within": "degree",
    "standing": "degree",
}
FACT_WORDS = {
    "clinical_experience": "all your clinical experience, with the details of each rotation",
    "credential": "which other credentials you hold, and that these are all",
    "degree": "the date of your medical degree",
    "ecfmg_certified": "your ECFMG certificate, or the day you expect it",
    "exam_attempts": "all your exam sittings, failed ones too",
    "letters": "all your letters, with what each writer saw",
    "residency_training": "all your residency training, if any",
    "school": "your medical school's country",
    "sponsorship": "whether you need a visa sponsored, and which would do",
    "status": "your US immigration status on the days asked about",
}
EXAM_WORDS = {
    Exam.STEP_1: "Step 1",
    Exam.STEP_2_CK: "Step 2 CK",
    Exam.STEP_3: "Step 3",
    Exam.OET_MEDICINE: "OET Medicine",
}


@dataclass(frozen=True, slots=True)
class UntoldFact:
    """One fact to tell: program ids it keeps undecided, and those that telling it could open.

    ``could_open`` is at best: if the answer is the one the program asks for, nothing else told.
    """

    code: str
    fact: str
    undecided: tuple[str, ...]
    could_open: tuple[str, ...]

    @property
    def sentence(self) -> str:
        doors = counted(len(self.undecided), "undecided door")
        if not self.could_open:
            need = "asks for it, and needs" if len(self.undecided) == 1 else "ask for it, and need"
            return f"Tell us {self.fact}: {doors} {need} other answers too."
        return f"Tell us {self.fact}: of {doors} at best {len(self.could_open):,} could open."


@dataclass(frozen=True, slots=True)
class Untold:
    """All untold facts, most helpful first, and the doors that all answers together could open."""

    facts: tuple[UntoldFact, ...]
    could_open_together: tuple[str, ...]

    @property
    def sentence(self) -> str:
        if not self.facts:
            return "No door waits for a fact you have not told us."
        together = len(self.could_open_together)
        if not together:
            return "What you have not told us keeps no door from opening by itself."
        return (
            f"If you told us everything, at best {counted(together, 'more door')} would stand open."
        )


def untold_facts(problem: Problem, plan: Plan) -> Untold:
    """Which facts to tell after this plan; the plan itself is kept, so all numbers are at best.

    Costs one ``assess`` over all programs and one more judgment per undecided door and fact.
    """
    facts = with_plan(problem.facts, plan.terms)
    case = Case(facts, problem.season, problem.season.apply_on)
    undecided = [
        one
        for one in assess(facts, programs_that_count(problem), problem.season)
        if one.door is Door.UNDECIDED and UnknownCause.NOT_TOLD in one.causes
    ]
    asked = [(one, _untold_in(one, case)) for one in undecided]
    codes = sorted({code for _, found in asked for code in found})
    rows = [_row(code, asked, case, problem.season) for code in codes]
    rows.sort(key=lambda row: (-len(row.could_open), -len(row.undecided), row.code))
    together = tuple(
        one.program.id for one, found in asked if opens_if_told(one, found, case, problem.season)
    )
    return Untold(tuple(rows), together)


def _row(
    code: str, asked: list[tuple[Assessment, frozenset[str]]], case: Case, season: Season
) -> UntoldFact:
    concerned = [one for one, found in asked if code in found]
    return UntoldFact(
        code,
        words_of(code),
        tuple(one.program.id for one in concerned),
        tuple(
            one.program.id
            for one in concerned
            if opens_if_told(one, frozenset({code}), case, season)
        ),
    )


def opens_if_told(assessment: Assessment, told: Iterable[str], case: Case, season: Season) -> bool:
    """True when the door would be open if every untold leaf of these facts turned out well."""
    if assessment.gaps or not is_current(assessment.program.source, season):
        return False
    wanted = frozenset(told)

    def hoped(leaf: Criterion, answer: Outcome) -> Outcome:
        outcome = leaf.outcome(case)
        is_untold = UnknownCause.NOT_TOLD in outcome.causes and fact_code(leaf) in wanted
        return answer if is_untold else outcome

    def opens(rule: Rule) -> bool:
        return judge_leaves(
            rule, lambda leaf: hoped(leaf, met()), lambda leaf: hoped(leaf, unmet())
        ).is_met

    return all(
        finding.outcome.is_met or (not finding.is_stale and opens(finding.requirement.rule))
        for finding in assessment.findings
        if decides(finding.requirement)
    )


def _untold_in(assessment: Assessment, case: Case) -> frozenset[str]:
    return frozenset(
        fact_code(leaf)
        for finding in assessment.findings
        if _waits_for_facts(finding)
        for leaf in leaves(finding.requirement.rule)
        if UnknownCause.NOT_TOLD in leaf.outcome(case).causes
    )


def _waits_for_facts(finding: Finding) -> bool:
    return (
        decides(finding.requirement)
        and finding.verdict is Verdict.UNKNOWN
        and UnknownCause.NOT_TOLD in finding.causes
    )


def fact_code(leaf: Criterion) -> str:
    """The fact a leaf asks for; leaves that ask for one fact share its code."""
    if isinstance(leaf, ExamPassed):
        return f"{leaf.name}.{leaf.exam.value}"
    return FACT_OF_CRITERION.get(leaf.name, leaf.name)


def words_of(code: str) -> str:
    """The fact in words, as the object of "Tell us …"."""
    name, _, exam = code.partition(".")
    if exam:
        return f"your {EXAM_WORDS[Exam(exam)]} result and score"
    return FACT_WORDS[name]
