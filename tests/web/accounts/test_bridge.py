from datetime import date

import pytest

from rounds.core.facts import Ecfmg, School, Sitting, StatusSpan, Training
from rounds.core.values import DateSpan
from rounds.core.vocabulary import (
    Complete,
    Exam,
    ExamResult,
    Kind,
    Mode,
    Permission,
    Role,
    Setting,
    Status,
    Visa,
)
from rounds.web.accounts.bridge import facts_of, may_i, told_facts
from rounds.web.accounts.models import (
    ExamSitting,
    Experience,
    LetterFact,
    Profile,
    StatusPeriod,
    TrainingFact,
)

pytestmark = pytest.mark.django_db
MARCH = date(2027, 3, 1)


def test_a_person_who_told_nothing_is_known_for_nothing(applicant, django_assert_num_queries):
    with django_assert_num_queries(6):
        facts = facts_of(applicant)

    assert facts.name == "Ana Applicant"
    assert (facts.degree_on, facts.school, facts.needs_sponsorship) == (None, None, None)
    assert (facts.exams, facts.exams_complete) == ((), Complete.UNKNOWN)


def test_every_fact_told_reaches_the_core(applicant):
    Profile.objects.create(
        user=applicant, school_name="School", school_country="IN", degree_on=date(2023, 6, 15),
        clinical_first=date(2020, 1, 1), clinical_last=date(2023, 5, 1), needs_sponsorship=True,
        visas=["j1"], ecfmg_certified=False, ecfmg_expected_on=date(2027, 5, 1),
        exams_complete="yes", statuses_complete="no",
    )  # fmt: skip
    ExamSitting.objects.create(
        user=applicant, exam="step_1", taken_on=date(2024, 1, 2), result="failed", score=180
    )
    StatusPeriod.objects.create(user=applicant, status="b2", last=date(2027, 6, 1))
    Experience.objects.create(
        user=applicant, place="Lakeside", country="US", state_code="NY", first=date(2026, 1, 5),
        last=date(2026, 1, 30), weeks=4, kind="observership", role="observing", mode="in_person",
        specialty="internal medicine", hours={"office": 30, "didactic": 2},
    )  # fmt: skip
    LetterFact.objects.create(
        user=applicant, author="Dr. A", ready_on=date(2026, 3, 1), is_us_physician=True
    )
    TrainingFact.objects.create(
        user=applicant, country="IN", first=date(2023, 7, 1), last=date(2024, 6, 30)
    )

    facts = facts_of(applicant)

    assert facts.school == School("IN", "School")
    assert facts.clinical_years == DateSpan(date(2020, 1, 1), date(2023, 5, 1))
    assert facts.statuses == (StatusSpan(Status.B2, None, date(2027, 6, 1)),)
    assert facts.exams == (Sitting(Exam.STEP_1, date(2024, 1, 2), ExamResult.FAILED, 180),)
    assert facts.ecfmg == Ecfmg(False, None, date(2027, 5, 1))
    assert facts.sponsorship_visas == {Visa.J1}
    assert (facts.exams_complete, facts.statuses_complete) == (Complete.YES, Complete.NO)
    (done,) = facts.experience
    assert (done.weeks, done.kind, done.role, done.mode, done.state) == (
        4, Kind.OBSERVERSHIP, Role.OBSERVING, Mode.IN_PERSON, "NY",
    )  # fmt: skip
    assert done.hours == ((Setting.DIDACTIC, 2), (Setting.OFFICE, 30))
    (letter,) = facts.letters
    assert (letter.author, letter.is_us_physician, letter.role) == ("Dr. A", True, None)
    assert facts.training == (
        Training(DateSpan(date(2023, 7, 1), date(2024, 6, 30)), "IN", None, None),
    )


def rulings(**told):
    facts = told_facts(
        **{"status": "b2", "degree_on": date(2023, 6, 1), "is_student": False} | told
    )
    return {
        (one.kind, one.role, one.mode): one.ruling.permission
        for one in may_i(facts, state="NY", first=MARCH)
    }


def test_a_graduate_on_b2_may_watch_and_may_not_work_hands_on():
    found = rulings()

    assert found[Kind.OBSERVERSHIP, Role.OBSERVING, Mode.IN_PERSON] is Permission.ALLOWED
    assert found[Kind.EXTERNSHIP, Role.HANDS_ON, Mode.IN_PERSON] is Permission.NOT_ALLOWED
    assert found[Kind.ELECTIVE, Role.HANDS_ON, Mode.IN_PERSON] is Permission.NOT_ALLOWED


def test_without_a_status_nothing_in_person_is_allowed_and_nothing_is_called_forbidden():
    found = rulings(status="")

    in_person = {found[key] for key in found if key[2] is Mode.IN_PERSON}
    assert in_person == {Permission.UNKNOWN}


def test_a_students_elective_is_not_decided_by_three_answers():
    found = rulings(degree_on=None, is_student=True)

    assert found[Kind.ELECTIVE, Role.HANDS_ON, Mode.IN_PERSON] is Permission.UNKNOWN
