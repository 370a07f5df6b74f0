from datetime import date

import pytest

from rounds.core.facts import ApplicantFacts, CertificationClock, Sitting, certification_clock
from rounds.core.vocabulary import Exam, ExamResult

STEP_1 = Sitting(Exam.STEP_1, date(2011, 10, 1), ExamResult.PASSED)
STEP_2 = Sitting(Exam.STEP_2_CK, date(2014, 3, 5), ExamResult.PASSED)


def clock(on, *exams):
    return certification_clock(ApplicantFacts(exams=exams), on)


@pytest.mark.parametrize("on", [date(2011, 10, 1), date(2015, 1, 1), date(2018, 10, 1)])
def test_a_pass_is_valid_through_exactly_seven_years(on):
    assert clock(on, STEP_1) == CertificationClock(date(2011, 10, 1), date(2018, 10, 1))


def test_the_day_after_seven_years_the_pass_has_lapsed():
    assert clock(date(2018, 10, 2), STEP_1) is None


def test_when_the_earliest_pass_lapses_the_clock_runs_from_the_next():
    assert clock(date(2018, 10, 1), STEP_2, STEP_1).first_pass == date(2011, 10, 1)
    assert clock(date(2018, 10, 2), STEP_2, STEP_1) == CertificationClock(
        date(2014, 3, 5), date(2021, 3, 5)
    )


def test_before_the_first_pass_no_clock_runs():
    assert clock(date(2011, 9, 30), STEP_1) is None


@pytest.mark.parametrize(
    "sitting",
    [
        Sitting(Exam.STEP_1, date(2011, 10, 1), ExamResult.FAILED),
        Sitting(Exam.STEP_3, date(2011, 10, 1), ExamResult.PASSED),
        Sitting(Exam.OET_MEDICINE, date(2011, 10, 1), ExamResult.PASSED),
    ],
)
def test_only_a_pass_of_step_1_or_step_2_starts_the_clock(sitting):
    assert clock(date(2012, 1, 1), sitting) is None


def test_a_pass_on_a_leap_day_is_valid_through_february_28():
    leap = Sitting(Exam.STEP_2_CK, date(2020, 2, 29), ExamResult.PASSED)

    assert clock(date(2027, 2, 28), leap).deadline == date(2027, 2, 28)
    assert clock(date(2027, 3, 1), leap) is None
