from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.criteria.exam_attempts import ExamAttempts
from rounds.core.eligibility.rules import judge
from rounds.core.eligibility.verdict import Evidence
from rounds.core.vocabulary import Complete, Exam, ExamResult, Origin, UnknownCause, Verdict
from tests.core.eligibility.makers import NOBODY, TODAY, case, rule, sat, verdict

PASSED, FAILED = ExamResult.PASSED, ExamResult.FAILED
INCOMPLETE, PENDING = ExamResult.INCOMPLETE, ExamResult.PENDING
JAN = date(2026, 1, 5)
FIRST_ATTEMPT = rule('exam_attempts = { exams = ["step_1"], attempts = 1 }')
TWO_ATTEMPTS = rule('exam_attempts = { exams = ["step_1"], attempts = 2 }')
NO_FAILURE = rule("exam_attempts = { failures = 0 }")
ONE_FAILURE = rule("exam_attempts = { failures = 1 }")
ONE_FAILURE_IN_ALL = rule("exam_attempts = { failures = 1, in_all = true }")


def person(*sittings, complete=Complete.YES):
    """Sittings of Step 1 by month of 2025, or of the exam told."""
    exams = tuple(
        sat(rest[1] if len(rest) > 1 else Exam.STEP_1, date(2025, month, 1), rest[0])
        for month, *rest in sittings
    )
    return replace(NOBODY, exams=exams, exams_complete=complete)


@pytest.mark.parametrize(
    ("asked", "results", "expected"),
    [
        (FIRST_ATTEMPT, [PASSED], Verdict.MET),
        (FIRST_ATTEMPT, [FAILED, PASSED], Verdict.UNMET),
        (FIRST_ATTEMPT, [INCOMPLETE, PASSED], Verdict.UNMET),
        (TWO_ATTEMPTS, [FAILED, PASSED], Verdict.MET),
        (TWO_ATTEMPTS, [FAILED, INCOMPLETE, PASSED], Verdict.UNMET),
        (NO_FAILURE, [INCOMPLETE, PASSED], Verdict.MET),
        (NO_FAILURE, [FAILED, PASSED], Verdict.UNMET),
        (ONE_FAILURE, [FAILED, PASSED], Verdict.MET),
        (ONE_FAILURE, [FAILED, FAILED], Verdict.UNMET),
    ],
)
def test_attempts_count_every_sitting_and_failures_only_failed_ones(asked, results, expected):
    sittings = [(month, result) for month, result in enumerate(results, start=1)]

    assert verdict(asked, person(*sittings)) is expected


def test_failures_are_counted_for_each_exam_or_in_all():
    one_each = person((1, FAILED), (2, PASSED), (3, FAILED, Exam.STEP_2_CK))

    assert verdict(ONE_FAILURE, one_each) is Verdict.MET
    assert verdict(ONE_FAILURE_IN_ALL, one_each) is Verdict.UNMET


def test_a_limit_on_named_exams_leaves_the_others_alone():
    step_2 = person((1, FAILED, Exam.STEP_2_CK), (2, FAILED, Exam.OET_MEDICINE))

    assert verdict(FIRST_ATTEMPT, step_2) is Verdict.MET
    assert verdict(NO_FAILURE, person((2, FAILED, Exam.OET_MEDICINE))) is Verdict.MET


def test_too_many_are_too_many_even_in_an_open_list():
    too_many = person((1, FAILED), (2, FAILED), complete=Complete.UNKNOWN)
    few = person((1, FAILED), complete=Complete.UNKNOWN)

    assert verdict(ONE_FAILURE, too_many) is Verdict.UNMET
    assert judge(ONE_FAILURE, case(few)).causes == {UnknownCause.NOT_TOLD}
    assert judge(ONE_FAILURE, case(few)).missing == (
        "whether you told every sitting of these exams",
    )


def test_a_pending_result_may_become_a_failure():
    waiting = judge(NO_FAILURE, case(person((1, PENDING))))

    assert waiting.causes == {UnknownCause.PENDING}
    assert waiting.missing == ("the result of an exam still pending",)
    assert verdict(ONE_FAILURE, person((1, PENDING))) is Verdict.MET


def test_a_sitting_still_to_come_is_an_attempt_perhaps():
    facts = replace(
        person((1, FAILED)),
        exams=(
            sat(Exam.STEP_1, date(2025, 1, 1), FAILED),
            sat(Exam.STEP_1, date(2027, 1, 1), PENDING),
        ),
    )

    assert verdict(FIRST_ATTEMPT, facts) is Verdict.UNKNOWN
    assert verdict(TWO_ATTEMPTS, facts) is Verdict.MET


def test_a_sitting_after_the_due_day_counts_not_yet():
    facts = person((5, FAILED))

    assert verdict(NO_FAILURE, facts, date(2025, 4, 30)) is Verdict.MET
    assert verdict(NO_FAILURE, facts, date(2025, 5, 1)) is Verdict.UNMET


def test_what_is_too_much_is_said_with_the_number_told():
    found = judge(ONE_FAILURE, case(person((1, FAILED), (2, FAILED))))

    assert found.missing == ("at most 1 failure (2 told)",)
    assert [item.text for item in found.evidence] == [
        "Step 1 failed on Jan 1, 2025",
        "Step 1 failed on Feb 1, 2025",
    ]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (FIRST_ATTEMPT, "at most 1 attempt of Step 1"),
        (TWO_ATTEMPTS, "at most 2 attempts of Step 1"),
        (NO_FAILURE, "no failure of Step 1, Step 2 CK or Step 3"),
        (ONE_FAILURE_IN_ALL, "at most 1 failure of Step 1, Step 2 CK and Step 3 in all"),
    ],
)
def test_a_limit_in_words(asked, words):
    assert asked.describe() == words


@pytest.mark.parametrize(
    "wrong",
    [{}, {"attempts": 1, "failures": 1}, {"exams": (), "attempts": 1}],
)
def test_a_limit_on_nothing_is_refused(wrong):
    with pytest.raises(ValueError, match="a limit is on attempts or on failures"):
        ExamAttempts(**{"exams": (Exam.STEP_1,), **wrong})


def test_the_evidence_is_the_applicants_word():
    found = judge(TWO_ATTEMPTS, case(person((1, PASSED))))

    assert found.evidence == (Evidence("step_1", "Step 1 passed on Jan 1, 2025", Origin.OWN_WORD),)


@pytest.mark.parametrize("facts", [person((1, PASSED), complete=Complete.NO), person((1, PENDING))])
def test_the_sittings_are_evidence_for_an_unknown_too(facts):
    found = judge(NO_FAILURE, case(facts))

    assert found.verdict is Verdict.UNKNOWN
    assert [item.ref for item in found.evidence] == ["step_1"]


def test_a_sitting_of_today_is_an_attempt():
    today = replace(NOBODY, exams=(sat(Exam.STEP_1, TODAY, PENDING), sat(Exam.STEP_1, JAN, FAILED)))

    assert verdict(FIRST_ATTEMPT, today) is Verdict.UNMET


def test_a_limit_for_each_exam_says_so():
    assert ONE_FAILURE.describe() == "at most 1 failure of Step 1, Step 2 CK and Step 3 each"
