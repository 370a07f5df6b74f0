"""Clauses no rotation can change: whom they shut out, what could still change them, what cannot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rounds.core.eligibility.assess import Assessment, decides
from rounds.core.eligibility.case import Case
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.rules import All, AnyOf, Criterion, NoneOf, Rule, Unless, judge
from rounds.core.facts import ApplicantFacts
from rounds.core.planner.explain.reach import is_required
from rounds.core.planner.explain.trees import grows
from rounds.core.planner.explain.words import counted
from rounds.core.seasons import Season
from rounds.core.vocabulary import Exam, ExamResult, Verdict

NO_JUDGMENT = (
    "No rotation changes these clauses. They are rules of the programs, not judgments of you. What "
    "you cannot change yourself, only the program could, by an exception or another rule: ask it "
    "before you spend anything on such a door."
)


@dataclass(frozen=True, slots=True)
class Fixed:
    """One kind of clause: its code, why the door is closed, and what could still change that."""

    code: str
    why: str
    change: str

    def sentence(self, doors: int) -> str:
        are = "is" if doors == 1 else "are"
        return f"{counted(doors, 'door')} {are} closed {self.why}. {self.change}"


KINDS = (
    Fixed("graduated_within", "by the date of your degree", "That date stays."),
    Fixed(
        "standing",
        "by being a student, or no longer being one, on the day asked",
        "Only the day of your degree decides that.",
    ),
    Fixed(
        "exam_attempts",
        "by a limit on exam attempts or failures",
        "What is on record stays on record.",
    ),
    Fixed(
        "exam_score",
        "by a score asked that is higher than yours",
        "A Step that is passed is not taken again, so the score stays.",
    ),
    Fixed(
        "exam_passed",
        "for want of an exam result",
        "Passing that exam by the day asked would change this.",
    ),
    Fixed(
        "ecfmg_certified",
        "for want of the ECFMG certificate on the day asked",
        "Holding it by that day would change this.",
    ),
    Fixed(
        "credential",
        "for want of a credential",
        "Holding it by the day asked would change this.",
    ),
    Fixed(
        "residency_training",
        "by a rule on residency training",
        "What you have or have not trained in a residency decides that; rotations do not count.",
    ),
    Fixed("school", "by a rule on medical schools", "Your school stays the same."),
    Fixed(
        "sponsorship",
        "for want of a visa that the program sponsors and you could train on",
        "That would change if you came to need no sponsor, if you could train on a visa that such "
        "a program does sponsor, or if the program began to sponsor.",
    ),
    Fixed(
        "status",
        "for want of an immigration status on the day asked",
        "Holding that status by then would change this.",
    ),
)


def doors_by_kind(
    shut: Sequence[Assessment], facts: ApplicantFacts, season: Season
) -> tuple[tuple[Fixed, int], ...]:
    """The kinds of fixed clauses that close doors, in a fixed order, with the number of doors.

    A door that several kinds close is counted for each.
    """
    case = Case(facts, season, season.apply_on)
    kinds = [_kinds(one, case) for one in shut]
    counts = [(kind, sum(kind.code in found for found in kinds)) for kind in KINDS]
    return tuple((kind, doors) for kind, doors in counts if doors)


def _kinds(assessment: Assessment, case: Case) -> frozenset[str]:
    return frozenset(
        _kind(leaf, case)
        for finding in assessment.findings
        if decides(finding.requirement)
        and is_required(finding)
        and finding.by_its_word.verdict is Verdict.UNMET
        and not grows(finding.requirement.rule)
        for leaf in closing_leaves(finding.requirement.rule, case)
    )


def closing_leaves(rule: Rule, case: Case, *, bad: Verdict = Verdict.UNMET) -> Iterator[Criterion]:
    """The leaves that make a tree ``bad``; what stands under a ``none`` is bad when it is met."""
    if judge(rule, case).verdict is not bad:
        return
    match rule:
        case All(parts) | AnyOf(parts):
            yield from _closing(parts, case, bad)
        case Unless(inner, exception):
            yield from _closing((inner, exception), case, bad)
        case NoneOf(parts):
            opposite = Verdict.MET if bad is Verdict.UNMET else Verdict.UNMET
            yield from _closing(parts, case, opposite)
        case _:
            yield rule


def _closing(parts: Sequence[Rule], case: Case, bad: Verdict) -> Iterator[Criterion]:
    for part in parts:
        yield from closing_leaves(part, case, bad=bad)


def _kind(leaf: Criterion, case: Case) -> str:
    if isinstance(leaf, ExamPassed) and _is_passed_for_good(leaf.exam, case.facts):
        return "exam_score"
    return leaf.name


def _is_passed_for_good(exam: Exam, facts: ApplicantFacts) -> bool:
    """True when there is a pass and the exam is not one that may be taken again."""
    is_passed = any(sitting.result is ExamResult.PASSED for sitting in facts.sittings(exam))
    return is_passed and exam is not Exam.OET_MEDICINE
