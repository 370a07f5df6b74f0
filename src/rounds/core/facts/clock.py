"""The seven-year clock of ECFMG certification."""

from dataclasses import dataclass
from datetime import date

from rounds.core.facts.person import ApplicantFacts
from rounds.core.values import anniversary
from rounds.core.vocabulary import Exam, ExamResult

SEVEN_YEARS = 7


@dataclass(frozen=True, slots=True)
class CertificationClock:
    """The seven-year rule: all exams within seven years of the earliest pass still valid."""

    first_pass: date
    deadline: date


def certification_clock(facts: ApplicantFacts, on: date) -> CertificationClock | None:
    """The clock that runs on a day, or ``None`` when nothing valid was passed by then.

    A pass is valid through exactly seven years from that exam's date (ECFMG booklet: pass on
    Oct 1, 2011, valid through Oct 1, 2018); after that day the earliest pass lapses and the clock
    runs from the next one.
    """
    passes = sorted(
        sitting.taken_on
        for sitting in facts.exams
        if sitting.exam in (Exam.STEP_1, Exam.STEP_2_CK)
        and sitting.result is ExamResult.PASSED
        and sitting.taken_on <= on
    )
    for passed_on in passes:
        deadline = anniversary(passed_on, SEVEN_YEARS)
        if on <= deadline:
            return CertificationClock(passed_on, deadline)
    return None
