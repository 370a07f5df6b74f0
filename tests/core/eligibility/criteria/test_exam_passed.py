from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.vocabulary import Complete, Exam, ExamResult, Origin, UnknownCause, Verdict
from tests.core.eligibility.makers import COMPLETE, NOBODY, case, rule, sat, verdict

STEP_2 = rule('exam_passed = { exam = "step_2_ck" }')
STEP_2_AT_230 = rule('exam_passed = { exam = "step_2_ck", score = 230 }')
STEP_1_AT_220 = rule('exam_passed = { exam = "step_1", score = 220 }')
OET_AT_400 = rule('exam_passed = { exam = "oet_medicine", score = 400 }')
PASSED, FAILED, PENDING = ExamResult.PASSED, ExamResult.FAILED, ExamResult.PENDING
SPRING = date(2026, 5, 1)


def person(*sittings, complete=Complete.YES):
    return replace(NOBODY, exams=tuple(sat(*one) for one in sittings), exams_complete=complete)


def outcome(asked, facts):
    return judge(asked, case(facts))


def test_a_pass_is_met_however_much_else_is_untold():
    facts = person((Exam.STEP_2_CK, SPRING, PASSED), complete=Complete.UNKNOWN)

    assert verdict(STEP_2, facts) is Verdict.MET
    assert [item.text for item in outcome(STEP_2, facts).evidence] == [
        "Step 2 CK passed on May 1, 2026"
    ]


def test_no_pass_is_unmet_only_when_all_sittings_are_told():
    failed = (Exam.STEP_2_CK, SPRING, FAILED)

    assert verdict(STEP_2, COMPLETE) is Verdict.UNMET
    assert verdict(STEP_2, person(failed)) is Verdict.UNMET
    assert outcome(STEP_2, person(failed)).missing == ("Step 2 CK passed",)
    unsure = outcome(STEP_2, person(failed, complete=Complete.NO))
    assert unsure.causes == {UnknownCause.NOT_TOLD}
    assert unsure.missing == ("whether you have Step 2 CK passed",)
    assert [item.text for item in unsure.evidence] == ["Step 2 CK failed on May 1, 2026"]


def test_another_exam_does_not_count():
    assert verdict(STEP_2, person((Exam.STEP_1, SPRING, PASSED))) is Verdict.UNMET


def test_a_pass_counts_from_its_day_on():
    facts = person((Exam.STEP_2_CK, SPRING, PASSED))

    assert verdict(STEP_2, facts, SPRING) is Verdict.MET
    assert verdict(STEP_2, facts, date(2026, 4, 30)) is Verdict.UNMET


@pytest.mark.parametrize(
    "sitting", [(Exam.STEP_2_CK, SPRING, PENDING), (Exam.STEP_2_CK, date(2027, 5, 1), PASSED)]
)
def test_a_result_not_yet_seen_is_pending(sitting):
    found = outcome(STEP_2, person(sitting, complete=Complete.NO))

    assert found.causes == {UnknownCause.PENDING}
    assert found.missing[0].startswith("the result of Step 2 CK on May 1, 202")


def test_a_sitting_planned_after_the_due_day_is_too_late():
    assert verdict(STEP_2, person((Exam.STEP_2_CK, date(2027, 9, 2), PENDING))) is Verdict.UNMET


@pytest.mark.parametrize(
    ("score", "expected"), [(229, Verdict.UNMET), (230, Verdict.MET), (231, Verdict.MET)]
)
def test_a_score_is_met_from_the_stated_score_on(score, expected):
    facts = person((Exam.STEP_2_CK, SPRING, PASSED, score), complete=Complete.UNKNOWN)

    assert verdict(STEP_2_AT_230, facts) is expected


def test_a_score_in_the_evidence_and_in_the_need():
    found = outcome(STEP_2_AT_230, person((Exam.STEP_2_CK, SPRING, PASSED, 229)))

    assert found.missing == ("Step 2 CK passed with at least 230",)
    assert found.evidence[0].text == "Step 2 CK passed with 229 on May 1, 2026"


def test_an_untold_score_is_asked_for():
    found = outcome(STEP_2_AT_230, person((Exam.STEP_2_CK, SPRING, PASSED)))

    assert found.causes == {UnknownCause.NOT_TOLD}
    assert found.missing == ("the Step 2 CK score",)


@pytest.mark.parametrize(
    ("taken_on", "cause"),
    [
        (date(2022, 1, 25), UnknownCause.NOT_TOLD),
        (date(2022, 1, 26), UnknownCause.NOT_STATED),
    ],
)
def test_step_1_without_score_since_it_is_pass_or_fail_is_for_the_program_to_say(taken_on, cause):
    assert outcome(STEP_1_AT_220, person((Exam.STEP_1, taken_on, PASSED))).causes == {cause}


def test_step_2_without_score_is_always_for_the_applicant_to_tell():
    late = person((Exam.STEP_2_CK, date(2022, 1, 26), PASSED))

    assert outcome(STEP_2_AT_230, late).causes == {UnknownCause.NOT_TOLD}


def test_of_two_language_tests_the_better_counts():
    low, high = (Exam.OET_MEDICINE, SPRING, PASSED, 350), (Exam.OET_MEDICINE, SPRING, PASSED, 400)

    assert verdict(OET_AT_400, person(low)) is Verdict.UNMET
    assert verdict(OET_AT_400, person(high, low)) is Verdict.MET
    assert verdict(OET_AT_400, person(low, complete=Complete.UNKNOWN)) is Verdict.UNKNOWN
    assert outcome(OET_AT_400, person(low, (Exam.OET_MEDICINE, SPRING, PENDING))).causes == {
        UnknownCause.PENDING
    }


def test_a_step_passed_below_the_score_cannot_be_retaken():
    low = (Exam.STEP_2_CK, SPRING, PASSED, 220)

    assert verdict(STEP_2_AT_230, person(low, complete=Complete.UNKNOWN)) is Verdict.UNMET


def test_another_anchor_than_the_due_day_decides():
    by_start = rule('exam_passed = { exam = "step_2_ck", by = "start" }')
    late = person((Exam.STEP_2_CK, date(2027, 12, 1), PENDING))
    early = person((Exam.STEP_2_CK, SPRING, PASSED))

    assert verdict(by_start, late) is Verdict.UNKNOWN
    assert verdict(by_start, early) is Verdict.MET
    assert by_start.describe() == "Step 2 CK passed by the start of training"


def test_without_a_stated_day_both_usual_days_must_agree():
    not_stated = rule('exam_passed = { exam = "step_2_ck", by = "not_stated" }')
    between = person((Exam.STEP_2_CK, date(2027, 12, 1), PENDING))

    assert verdict(not_stated, person((Exam.STEP_2_CK, SPRING, PASSED))) is Verdict.MET
    assert verdict(not_stated, COMPLETE) is Verdict.UNMET
    assert outcome(not_stated, between).causes == {UnknownCause.PENDING}


def test_the_evidence_is_the_applicants_word():
    found = outcome(STEP_2, person((Exam.STEP_2_CK, SPRING, PASSED, 240)))

    assert found.evidence == (
        Evidence("step_2_ck", "Step 2 CK passed with 240 on May 1, 2026", Origin.OWN_WORD),
    )


@pytest.mark.parametrize(
    ("asked", "sitting", "expected"),
    [
        (STEP_2, (Exam.STEP_2_CK, SPRING, PENDING), Verdict.UNKNOWN),
        (STEP_2, (Exam.STEP_2_CK, SPRING, FAILED), Verdict.UNMET),
        (STEP_2_AT_230, (Exam.STEP_2_CK, SPRING, PASSED, 229), Verdict.UNMET),
        (STEP_2_AT_230, (Exam.STEP_2_CK, SPRING, PASSED), Verdict.UNKNOWN),
        (STEP_1_AT_220, (Exam.STEP_1, SPRING, PASSED), Verdict.UNKNOWN),
    ],
)
def test_the_sittings_are_evidence_whatever_the_verdict(asked, sitting, expected):
    found = outcome(asked, person(sitting))

    assert found.verdict is expected
    assert [item.ref for item in found.evidence] == [sitting[0].value]


def test_a_step_1_without_score_asks_what_the_program_takes():
    assert outcome(STEP_1_AT_220, person((Exam.STEP_1, SPRING, PASSED))).missing == (
        "what the program takes for a Step 1 passed without a score",
    )
