from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.case import Anchor, Case
from rounds.core.eligibility.criteria.credential import HasCredential
from rounds.core.eligibility.criteria.ecfmg_certified import EcfmgCertified
from rounds.core.eligibility.criteria.exam_attempts import ExamAttempts
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.criteria.residency_training import TrainedInResidency
from rounds.core.eligibility.criteria.school import SchoolIn
from rounds.core.eligibility.criteria.sponsorship import Sponsorship
from rounds.core.eligibility.criteria.standing import HasStanding, Standing
from rounds.core.eligibility.criteria.status import HoldsStatus
from rounds.core.eligibility.rules import All, AnyOf, NoneOf, Unless
from rounds.core.facts import Ecfmg, School, Sitting, Training
from rounds.core.planner.explain.fixed import KINDS, NO_JUDGMENT, closing_leaves, doors_by_kind
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Complete, Credential, Exam, ExamResult, Modality, Status, Verdict
from tests.core.planner.worlds import CITIZEN, SEASON, asked, program, requirement

PASSED, FAILED = ExamResult.PASSED, ExamResult.FAILED
PERSON = replace(
    CITIZEN,
    needs_sponsorship=True,
    sponsorship_visas=frozenset(),
    school=School("IN"),
    ecfmg=Ecfmg(certified=False, expected_on=date(2028, 5, 1)),
    credentials_complete=Complete.YES,
    exams=(
        Sitting(Exam.STEP_1, date(2024, 5, 1), FAILED),
        Sitting(Exam.STEP_1, date(2024, 9, 1), PASSED),
        Sitting(Exam.STEP_2_CK, date(2025, 3, 1), PASSED, 230),
    ),
)
TRAINED = replace(
    PERSON,
    training=(Training(DateSpan(date(2023, 7, 1), date(2024, 6, 30)), "US", None, is_acgme=True),),
)
OLD = GraduatedWithin(1, Anchor.APPLY, 1)
CITIZENS = HoldsStatus(frozenset({Status.PERMANENT_RESIDENT}))
STUDENT = HasStanding(Standing.STUDENT)
NO_YEAR = TrainedInResidency(1)
NO_SPONSOR = Sponsorship(frozenset())
FIRST_TIME = ExamAttempts((Exam.STEP_1,), attempts=1)
ABOVE = ExamPassed(Exam.STEP_2_CK, 240)
STEP_3 = ExamPassed(Exam.STEP_3)


def codes(*rules, facts=PERSON, **changes):
    shut = assess(facts, (program("P", *rules, **changes),), SEASON)
    return [kind.code for kind, _ in doors_by_kind(shut, facts, SEASON)]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (OLD, "graduated_within"),
        (STUDENT, "standing"),
        (FIRST_TIME, "exam_attempts"),
        (ABOVE, "exam_score"),
        (STEP_3, "exam_passed"),
        (EcfmgCertified(), "ecfmg_certified"),
        (HasCredential(frozenset({Credential.US_LICENSE})), "credential"),
        (NO_YEAR, "residency_training"),
        (SchoolIn(frozenset({"US"})), "school"),
        (NO_SPONSOR, "sponsorship"),
        (CITIZENS, "status"),
    ],
)
def test_every_clause_no_rotation_changes_has_its_kind(rule, code):
    assert codes(rule) == [code]


def test_the_codes_never_change():
    assert [kind.code for kind in KINDS] == [
        "graduated_within",
        "standing",
        "exam_attempts",
        "exam_score",
        "exam_passed",
        "ecfmg_certified",
        "credential",
        "residency_training",
        "school",
        "sponsorship",
        "status",
    ]


def test_a_language_test_may_be_passed_again_and_its_result_is_still_to_be_had():
    language = ExamPassed(Exam.OET_MEDICINE, 400)
    sitting = Sitting(Exam.OET_MEDICINE, date(2025, 5, 1), PASSED, 350)

    assert codes(language, facts=replace(PERSON, exams=(sitting,))) == ["exam_passed"]


def test_a_failed_exam_is_one_that_can_still_be_passed():
    failed = replace(PERSON, exams=(Sitting(Exam.STEP_2_CK, date(2025, 3, 1), FAILED),))

    assert codes(ABOVE, facts=failed) == ["exam_passed"]


def test_doors_are_counted_for_each_kind_that_closes_them_and_once_for_each():
    programs = (
        program("ONE", OLD, NO_SPONSOR),
        program("TWO", OLD, GraduatedWithin(2, Anchor.START, 2)),
    )
    found = doors_by_kind(assess(PERSON, programs, SEASON), PERSON, SEASON)

    assert [(kind.code, doors) for kind, doors in found] == [
        ("graduated_within", 2),
        ("sponsorship", 1),
    ]


def test_clauses_that_rotations_add_to_or_that_are_met_or_not_required_are_left_out():
    doubtful = replace(program("P"), requirements=(requirement(OLD, modality=Modality.UNKNOWN),))
    preferred = replace(program("P"), requirements=(requirement(OLD, modality=Modality.PREFERRED),))

    assert codes(asked(4)) == []
    assert doors_by_kind(assess(PERSON, (doubtful,), SEASON), PERSON, SEASON) == ()
    assert codes(AnyOf((OLD, asked(4)))) == []
    assert codes(GraduatedWithin(9, Anchor.APPLY, 9)) == []
    assert doors_by_kind(assess(PERSON, (preferred,), SEASON), PERSON, SEASON) == ()


@pytest.mark.parametrize(
    ("rule", "facts", "closing"),
    [
        (OLD, PERSON, [OLD]),
        (All((OLD, STEP_3, ExamPassed(Exam.STEP_1))), PERSON, [OLD, STEP_3]),
        (AnyOf((OLD, CITIZENS)), PERSON, [OLD, CITIZENS]),
        (AnyOf((OLD, ExamPassed(Exam.STEP_1))), PERSON, []),
        (All((AnyOf((OLD, ExamPassed(Exam.STEP_1))), STEP_3)), PERSON, [STEP_3]),
        (Unless(OLD, STUDENT), PERSON, [OLD, STUDENT]),
        (NoneOf((NO_YEAR, STUDENT)), TRAINED, [NO_YEAR]),
        (NoneOf((NO_YEAR,)), PERSON, []),
        (NoneOf((NoneOf((STUDENT,)),)), PERSON, [STUDENT]),
    ],
)
def test_only_the_leaves_that_close_a_tree_are_named(rule, facts, closing):
    assert list(closing_leaves(rule, Case(facts, SEASON, SEASON.apply_on))) == closing


def test_a_tree_that_is_not_closed_has_no_closing_leaf():
    case = Case(PERSON, SEASON, SEASON.apply_on)

    assert list(closing_leaves(ExamPassed(Exam.STEP_1), case)) == []
    assert list(closing_leaves(OLD, case, bad=Verdict.MET)) == []


def test_the_sentence_counts_doors_and_says_plainly_what_stays():
    date_of_degree, attempts = KINDS[0], KINDS[2]

    assert date_of_degree.sentence(1) == (
        "1 door is closed by the date of your degree. That date stays."
    )
    assert attempts.sentence(1_200) == (
        "1,200 doors are closed by a limit on exam attempts or failures. What is on record stays "
        "on record."
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_is_said_in_whole_sentences(kind):
    assert kind.why.startswith(("by ", "for want of "))
    assert kind.sentence(2) == f"2 doors are closed {kind.why}. {kind.change}"
    assert kind.change[0].isupper()
    assert kind.change.endswith(".")


def test_no_sentence_promises_or_scolds():
    said = " ".join([NO_JUDGMENT, *(f"{kind.why} {kind.change}" for kind in KINDS)]).lower()

    for word in ("unfortunately", "never", "too old", "sorry", "fail to", "guarantee", "chance"):
        assert word not in said
    assert "not judgments of you" in said
