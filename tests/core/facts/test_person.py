from datetime import date

import pytest

from rounds.core.facts import ApplicantFacts, ClinicalExperience, Sitting, StatusSpan
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Exam, ExamResult, Kind, Mode, Role, Setting, Status

FEB = DateSpan(date(2027, 2, 1), date(2027, 2, 28))


@pytest.mark.parametrize(
    ("degree_on", "answer"),
    [
        (None, None),
        (date(2027, 6, 14), True),
        (date(2027, 6, 15), True),
        (date(2027, 6, 16), False),
    ],
)
def test_a_person_is_a_graduate_from_the_day_of_the_degree(degree_on, answer):
    assert ApplicantFacts(degree_on=degree_on).is_graduate(date(2027, 6, 15)) is answer


def test_several_statuses_can_hold_on_one_day():
    facts = ApplicantFacts(
        statuses=(
            StatusSpan(Status.J1, date(2026, 1, 1), date(2027, 12, 31)),
            StatusSpan(Status.EAD, date(2027, 1, 1)),
        )
    )

    assert facts.statuses_on(date(2026, 6, 1)) == {Status.J1}
    assert facts.statuses_on(date(2027, 6, 1)) == {Status.J1, Status.EAD}
    assert facts.statuses_on(date(2025, 6, 1)) == frozenset()


def test_sittings_of_one_exam_are_told_oldest_first():
    late = Sitting(Exam.STEP_1, date(2026, 5, 1), ExamResult.PASSED)
    early = Sitting(Exam.STEP_1, date(2025, 5, 1), ExamResult.FAILED)
    other = Sitting(Exam.STEP_3, date(2026, 5, 1), ExamResult.PASSED)

    assert ApplicantFacts(exams=(late, other, early)).sittings(Exam.STEP_1) == (early, late)


def test_a_result_for_a_day_still_to_come_is_pending():
    sitting = Sitting(Exam.STEP_1, date(2027, 5, 1), ExamResult.PASSED)

    assert sitting.result_seen(date(2027, 4, 30)) is ExamResult.PENDING
    assert sitting.result_seen(date(2027, 5, 1)) is ExamResult.PASSED


def rotation(hours):
    return ClinicalExperience(
        "r", FEB, 4, Kind.ELECTIVE, Role.HANDS_ON, Mode.IN_PERSON, "US", None, hours
    )


def test_weekly_hours_add_up_over_the_settings():
    assert rotation(((Setting.INPATIENT, 30), (Setting.OFFICE, 6))).weekly_hours == 36
    assert rotation(()).weekly_hours == 0
    assert rotation(None).weekly_hours is None


def test_with_nothing_known_every_fact_is_unknown():
    nobody = ApplicantFacts()

    assert nobody.degree_on is nobody.school is nobody.needs_sponsorship is None
    assert nobody.sponsorship_visas is nobody.ecfmg.certified is None
    assert {
        nobody.statuses_complete,
        nobody.exams_complete,
        nobody.credentials_complete,
        nobody.experience_complete,
        nobody.letters_complete,
        nobody.training_complete,
    } == {"unknown"}


def test_on_the_day_of_a_change_only_the_new_status_holds():
    change = date(2027, 3, 1)
    facts = ApplicantFacts(
        statuses=(
            StatusSpan(Status.B2, None, change),
            StatusSpan(Status.PERMANENT_RESIDENT, change),
        )
    )

    assert facts.statuses_on(date(2027, 2, 28)) == {Status.B2}
    assert facts.statuses_on(change) == {Status.PERMANENT_RESIDENT}
