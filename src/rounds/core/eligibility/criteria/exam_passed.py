"""An exam is passed by the day the clause is due or another stated day, at a score if asked."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rounds.core.eligibility.case import ANCHOR_WORDS, Anchor, Case, anchor_days
from rounds.core.eligibility.verdict import Evidence, Outcome, agreed, met, unknown, unmet
from rounds.core.facts import Sitting
from rounds.core.reading import Section
from rounds.core.values import day
from rounds.core.vocabulary import (
    EXAM_NAMES,
    Complete,
    Exam,
    ExamResult,
    Origin,
    UnknownCause,
)

MIN_SCORE, MAX_SCORE = 100, 500
STEP_1_PASS_FAIL_SINCE = date(2022, 1, 26)
RETAKEN_FREELY = (Exam.OET_MEDICINE,)


@dataclass(frozen=True, slots=True)
class ExamPassed:
    """A pass by the due day or another anchor; with ``score`` at least so much.

    Step 1 has been pass or fail since Jan 26, 2022: a pass after that day has no score to compare
    and the program must say what it accepts instead.
    """

    name: ClassVar[str] = "exam_passed"
    grows_with_plan: ClassVar[bool] = False

    exam: Exam
    score: int | None = None
    by: Anchor = Anchor.DUE

    def describe(self) -> str:
        text = f"{EXAM_NAMES[self.exam]} passed"
        text += f" with at least {self.score}" if self.score else ""
        return text if self.by is Anchor.DUE else f"{text} by {ANCHOR_WORDS[self.by]}"

    def outcome(self, case: Case) -> Outcome:
        return agreed([self._passed_by(limit, case) for limit in anchor_days(self.by, case)])

    def _passed_by(self, limit: date, case: Case) -> Outcome:
        sittings = [s for s in case.facts.sittings(self.exam) if s.taken_on <= limit]
        passes = [s for s in sittings if _result(s, case) is ExamResult.PASSED]
        pending = [s for s in sittings if _result(s, case) is ExamResult.PENDING]
        outcome = self._of_passes(passes) if passes else None
        if outcome is not None and (outcome.is_met or self.exam not in RETAKEN_FREELY):
            return outcome
        if pending:
            waits = [f"the result of {EXAM_NAMES[self.exam]} on {day(pending[-1].taken_on)}"]
            return unknown(UnknownCause.PENDING, missing=waits, evidence=_evidence(pending))
        if case.facts.exams_complete is not Complete.YES:
            return unknown(
                UnknownCause.NOT_TOLD,
                missing=(f"whether you have {self.describe()}",),
                evidence=_evidence(sittings),
            )
        return outcome or unmet(self.describe(), evidence=_evidence(sittings))

    def _of_passes(self, passes: list[Sitting]) -> Outcome:
        evidence = _evidence(passes)
        scores = [sitting.score for sitting in passes]
        if self.score is None or any(score and score >= self.score for score in scores):
            return met(evidence)
        if None not in scores:
            return unmet(self.describe(), evidence=evidence)
        missing = (f"the {EXAM_NAMES[self.exam]} score",)
        if self.exam is Exam.STEP_1 and passes[-1].taken_on >= STEP_1_PASS_FAIL_SINCE:
            missing = ("what the program takes for a Step 1 passed without a score",)
            return unknown(UnknownCause.NOT_STATED, missing=missing, evidence=evidence)
        return unknown(UnknownCause.NOT_TOLD, missing=missing, evidence=evidence)


def _result(sitting: Sitting, case: Case) -> ExamResult:
    return sitting.result_seen(case.season.today)


def _evidence(sittings: list[Sitting]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(sitting.exam.value, _sitting_words(sitting), Origin.OWN_WORD)
        for sitting in sittings
    )


def _sitting_words(sitting: Sitting) -> str:
    score = f" with {sitting.score}" if sitting.score else ""
    name = EXAM_NAMES[sitting.exam]
    return f"{name} {sitting.result.value}{score} on {day(sitting.taken_on)}"


def read(section: Section) -> ExamPassed | None:
    """``exam_passed = { exam = "step_2_ck", score = 230, by = "apply" }``; due without ``by``."""
    exam = section.choice("exam", Exam, required=True)
    if isinstance(told := section.data.get("score"), int) and 0 < told < MIN_SCORE:
        section.problem(
            "score", f"{told} is a score of the old two-digit scale; state it as not_testable."
        )
        return None
    score = section.integer("score", low=MIN_SCORE, high=MAX_SCORE)
    by = section.choice("by", Anchor) or Anchor.DUE
    section.close()
    return ExamPassed(exam, score, by) if exam else None
