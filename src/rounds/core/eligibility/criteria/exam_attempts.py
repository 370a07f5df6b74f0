"""Limits on attempts or failures, per exam or in all. Attempts are not failures."""

from dataclasses import dataclass
from typing import ClassVar

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.verdict import Evidence, Outcome, met, unknown, unmet
from rounds.core.eligibility.wording import both, counted, either
from rounds.core.facts import Sitting
from rounds.core.reading import Section
from rounds.core.values import day
from rounds.core.vocabulary import (
    EXAM_NAMES,
    USMLE,
    Complete,
    Exam,
    ExamResult,
    Origin,
    UnknownCause,
)

MAX_TRIES = 20


@dataclass(frozen=True, slots=True)
class ExamAttempts:
    """At most so many attempts of each exam, failures of each, or failures in all.

    An incomplete sitting is an attempt and not a failure; one whose result is pending is an
    attempt and may become a failure.
    """

    name: ClassVar[str] = "exam_attempts"
    grows_with_plan: ClassVar[bool] = False

    exams: tuple[Exam, ...]
    attempts: int | None = None
    failures: int | None = None
    in_all: bool = False

    def __post_init__(self) -> None:
        if (self.attempts is None) == (self.failures is None) or not self.exams:
            raise ValueError("a limit is on attempts or on failures, of at least one exam")

    @property
    def limit(self) -> int:
        """The highest number that still meets the clause."""
        return self.failures or 0 if self.attempts is None else self.attempts

    def describe(self) -> str:
        what = "failure" if self.attempts is None else "attempt"
        names = [EXAM_NAMES[exam] for exam in self.exams]
        if not self.limit:
            return f"no {what} of {either(names)}"
        if len(names) == 1:
            scope = names[0]
        else:
            scope = f"{both(names)} {'in all' if self.in_all else 'each'}"
        return f"at most {counted(self.limit, what)} of {scope}"

    def outcome(self, case: Case) -> Outcome:
        sittings = {
            exam: [s for s in case.facts.sittings(exam) if s.taken_on <= case.due]
            for exam in self.exams
        }
        sure = self._total([self._sure(told, case) for told in sittings.values()])
        possible = self._total([self._possible(told, case) for told in sittings.values()])
        evidence = [_evidence(s) for told in sittings.values() for s in told]
        if sure > self.limit:
            allowed = self.describe().partition(" of ")[0]
            return unmet(f"{allowed} ({sure} told)", evidence=evidence)
        if case.facts.exams_complete is not Complete.YES:
            missing = ("whether you told every sitting of these exams",)
            return unknown(UnknownCause.NOT_TOLD, missing=missing, evidence=evidence)
        if possible > self.limit:
            missing = ("the result of an exam still pending",)
            return unknown(UnknownCause.PENDING, missing=missing, evidence=evidence)
        return met(evidence)

    def _total(self, counts: list[int]) -> int:
        return sum(counts) if self.in_all else max(counts)

    def _sure(self, sittings: list[Sitting], case: Case) -> int:
        """Attempts made, or failures known, by today."""
        if self.attempts is not None:
            return sum(sitting.taken_on <= case.season.today for sitting in sittings)
        return sum(_result(sitting, case) is ExamResult.FAILED for sitting in sittings)

    def _possible(self, sittings: list[Sitting], case: Case) -> int:
        """Attempts with those still planned, or failures if every pending result is one."""
        if self.attempts is not None:
            return len(sittings)
        bad = (ExamResult.FAILED, ExamResult.PENDING)
        return sum(_result(sitting, case) in bad for sitting in sittings)


def _result(sitting: Sitting, case: Case) -> ExamResult:
    return sitting.result_seen(case.season.today)


def _evidence(sitting: Sitting) -> Evidence:
    text = f"{EXAM_NAMES[sitting.exam]} {sitting.result.value} on {day(sitting.taken_on)}"
    return Evidence(sitting.exam.value, text, Origin.OWN_WORD)


def read(section: Section) -> ExamAttempts | None:
    """``exam_attempts = { exams = ["step_1"], failures = 1 }`` or ``attempts = 2``; ``in_all``."""
    exams = section.choices("exams", Exam)
    attempts = section.integer("attempts", low=1, high=MAX_TRIES)
    failures = section.integer("failures", low=0, high=MAX_TRIES)
    in_all = section.flag("in_all") or False
    section.close()
    if (attempts is None) == (failures is None):
        section.problem("", "'exam_attempts' needs either 'attempts' or 'failures'.")
        return None
    if exams is not None and not exams:
        section.problem("exams", "'exams' is an empty list; leave it out to mean all USMLE Steps.")
        return None
    ordered = tuple(exam for exam in Exam if exam in (exams or USMLE))
    return ExamAttempts(ordered, attempts, failures, in_all)
