from dataclasses import replace
from datetime import date

import pytest

from rounds.core.facts import (
    ApplicantFacts,
    ClinicalExperience,
    Conflict,
    Ecfmg,
    Sitting,
    StatusSpan,
    conflicts,
    statements,
)
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Complete, Exam, ExamResult, Kind, Role, Status

TODAY = date(2026, 11, 22)
PASSED, FAILED = ExamResult.PASSED, ExamResult.FAILED


def codes(facts, today=TODAY):
    return [conflict.code for conflict in conflicts(facts, today)]


def with_statuses(*spans):
    return ApplicantFacts(statuses=tuple(StatusSpan(*span) for span in spans))


def with_exams(*sittings, **facts):
    return ApplicantFacts(exams=tuple(Sitting(*sitting) for sitting in sittings), **facts)


def test_a_person_of_whom_nothing_is_known_contradicts_nothing():
    assert conflicts(ApplicantFacts()) == ()


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (Status.US_CITIZEN, Status.B2, True),
        (Status.US_CITIZEN, Status.EAD, True),
        (Status.US_CITIZEN, Status.PERMANENT_RESIDENT, True),
        (Status.PERMANENT_RESIDENT, Status.F1, True),
        (Status.B1, Status.B2, True),
        (Status.F1, Status.VISA_WAIVER_TOURIST, True),
        (Status.H1B, Status.VISA_WAIVER_BUSINESS, True),
        (Status.J1, Status.EAD, False),
        (Status.B2, Status.B2, False),
        (Status.US_CITIZEN, Status.ABROAD, False),
        (Status.B2, Status.ABROAD, False),
        (Status.PERMANENT_RESIDENT, Status.OTHER, False),
    ],
)
def test_positions_that_exclude_each_other_are_reported(one, two, found):
    for pair in ((one, two), (two, one)):
        assert codes(with_statuses(*((status,) for status in pair))) == ["two_statuses"] * found


def test_positions_that_follow_each_other_do_not_conflict():
    change = date(2027, 3, 1)
    day_before = date(2027, 2, 28)

    assert codes(with_statuses((Status.B2, None, day_before), (Status.F1, change))) == []
    assert codes(with_statuses((Status.F1, change), (Status.B2, None, day_before))) == []


def test_a_change_of_status_on_one_day_is_no_conflict_and_a_day_more_is():
    change, day_after = date(2027, 3, 1), date(2027, 3, 2)
    resident = (Status.PERMANENT_RESIDENT, change)

    assert codes(with_statuses((Status.B2, None, change), resident)) == []
    assert codes(with_statuses(resident, (Status.B2, None, change))) == []
    assert codes(with_statuses((Status.B2, None, day_after), resident)) == ["two_statuses"]


def test_the_sentence_about_two_positions_names_both():
    (found,) = conflicts(with_statuses((Status.US_CITIZEN,), (Status.B2,)))

    assert found.sentence == (
        "Two statuses that nobody holds on the same day are told for the same days: "
        "US citizen and B-2. Correct the dates, so that only what is true stays."
    )


@pytest.mark.parametrize("status", [Status.US_CITIZEN, Status.PERMANENT_RESIDENT])
def test_who_may_stay_for_good_needs_no_sponsorship(status):
    facts = with_statuses((status,))

    assert codes(replace(facts, needs_sponsorship=True)) == ["needs_no_visa"]
    assert codes(replace(facts, needs_sponsorship=False)) == []
    ending = with_statuses((status, None, date(2027, 1, 1)))
    assert codes(replace(ending, needs_sponsorship=True)) == []


def test_a_visitor_may_need_sponsorship():
    assert codes(replace(with_statuses((Status.B2,)), needs_sponsorship=True)) == []


def test_two_passes_of_one_step_contradict_each_other():
    facts = with_exams(
        (Exam.STEP_1, date(2025, 5, 1), PASSED), (Exam.STEP_1, date(2024, 5, 1), PASSED)
    )

    assert [conflict.sentence for conflict in conflicts(facts)] == [
        "Step 1 is told as passed on May 1, 2024 and May 1, 2025; keep one."
    ]


def test_a_language_test_may_be_passed_again():
    facts = with_exams(
        (Exam.OET_MEDICINE, date(2025, 5, 1), PASSED),
        (Exam.OET_MEDICINE, date(2026, 5, 1), PASSED),
        (Exam.OET_MEDICINE, date(2026, 8, 1), FAILED),
    )

    assert codes(facts) == []


def test_a_sitting_after_the_pass_is_reported_and_one_before_is_not():
    passed = (Exam.STEP_1, date(2025, 5, 1), PASSED)

    assert codes(with_exams(passed, (Exam.STEP_1, date(2025, 5, 2), FAILED))) == ["sat_after_pass"]
    assert codes(with_exams(passed, (Exam.STEP_1, date(2025, 4, 30), FAILED))) == []


def test_two_sittings_of_one_exam_on_one_day_are_reported():
    on = date(2025, 5, 1)

    assert codes(with_exams((Exam.STEP_1, on, FAILED), (Exam.STEP_1, on, PASSED))) == [
        "same_day_twice"
    ]
    assert codes(with_exams((Exam.STEP_1, on, PASSED), (Exam.STEP_2_CK, on, PASSED))) == []


def test_a_result_for_a_day_to_come_is_reported_when_today_is_known():
    tomorrow = with_exams((Exam.STEP_1, date(2026, 11, 23), PASSED))

    assert codes(tomorrow) == ["result_before_exam"]
    assert codes(tomorrow, None) == []
    assert codes(with_exams((Exam.STEP_1, TODAY, PASSED))) == []
    assert codes(with_exams((Exam.STEP_1, date(2026, 11, 23), ExamResult.PENDING))) == []


def experience(ref, first, last, place=""):
    span = DateSpan(date(2027, 1, first), date(2027, 1, last))
    return ClinicalExperience(ref, span, 1, None, None, None, None, None, place=place)


def test_nobody_works_hands_on_in_an_observership():
    told = replace(experience("a", 1, 10, "Lakeside"), kind=Kind.OBSERVERSHIP)

    hands_on = ApplicantFacts(experience=(replace(told, role=Role.HANDS_ON),))

    assert [conflict.sentence for conflict in conflicts(hands_on)] == [
        (
            "Lakeside is told as an observership with hands-on work; an observership is watching "
            "only. Correct the kind or the role."
        )
    ]
    assert codes(ApplicantFacts(experience=(replace(told, role=Role.OBSERVING),))) == []
    assert codes(ApplicantFacts(experience=(told,))) == []


def test_experience_that_shares_days_is_reported_by_place():
    facts = ApplicantFacts(
        experience=(
            experience("b", 10, 20, "Lakeside"),
            experience("a", 1, 10),
            experience("c", 21, 30),
        )
    )

    assert [conflict.sentence for conflict in conflicts(facts)] == [
        "a and Lakeside share days; a calendar week counts once."
    ]


@pytest.mark.parametrize(
    ("ecfmg", "found"),
    [
        (Ecfmg(), []),
        (Ecfmg(certified=True), []),
        (Ecfmg(certified=True, certified_on=TODAY), []),
        (Ecfmg(certified=False), []),
        (Ecfmg(certified=False, expected_on=date(2027, 5, 1)), []),
        (Ecfmg(certified=False, certified_on=date(2026, 5, 1)), ["certified_or_not"]),
        (Ecfmg(certified=True, expected_on=date(2027, 5, 1)), ["certified_and_expected"]),
        (
            Ecfmg(certified_on=date(2026, 5, 1), expected_on=date(2027, 5, 1)),
            ["certified_and_expected"],
        ),
        (Ecfmg(certified=True, certified_on=date(2026, 11, 23)), ["certified_in_future"]),
    ],
)
def test_a_certificate_is_there_or_expected_or_neither(ecfmg, found):
    assert codes(ApplicantFacts(ecfmg=ecfmg)) == found


def test_without_today_no_certificate_lies_in_the_future():
    ecfmg = Ecfmg(certified=True, certified_on=date(2999, 1, 1))

    assert codes(ApplicantFacts(ecfmg=ecfmg), None) == []


def test_a_certificate_older_than_the_degree_is_reported():
    ecfmg = Ecfmg(certified=True, certified_on=date(2026, 5, 1))

    assert codes(ApplicantFacts(degree_on=date(2026, 5, 2), ecfmg=ecfmg)) == [
        "certified_before_degree"
    ]
    assert codes(ApplicantFacts(degree_on=date(2026, 5, 1), ecfmg=ecfmg)) == []


def test_a_certificate_needs_step_1_and_step_2_when_all_exams_are_told():
    step_1 = (Exam.STEP_1, date(2025, 5, 1), PASSED)
    step_2 = (Exam.STEP_2_CK, date(2025, 9, 1), FAILED)
    facts = with_exams(step_1, step_2, exams_complete=Complete.YES, ecfmg=Ecfmg(certified=True))

    assert [conflict.sentence for conflict in conflicts(facts)] == [
        "ECFMG is told as certified and the exams as complete, without a pass in Step 2 CK."
    ]
    assert codes(replace(facts, exams_complete=Complete.NO)) == []
    assert codes(replace(facts, ecfmg=Ecfmg())) == []


def test_clinical_years_begin_before_the_degree():
    years = DateSpan(date(2024, 9, 1), date(2026, 5, 31))

    assert codes(ApplicantFacts(degree_on=date(2024, 8, 31), clinical_years=years)) == [
        "clinical_years_after_degree"
    ]
    assert codes(ApplicantFacts(degree_on=date(2024, 9, 1), clinical_years=years)) == []


STEP_1_ON = date(2025, 5, 1)


@pytest.mark.parametrize(
    ("facts", "code", "sentence"),
    [
        (
            replace(with_statuses((Status.US_CITIZEN,)), needs_sponsorship=True),
            "needs_no_visa",
            "The status US citizen needs no visa sponsorship; correct the status or the need.",
        ),
        (
            with_exams((Exam.STEP_1, STEP_1_ON, FAILED), (Exam.STEP_1, STEP_1_ON, FAILED)),
            "same_day_twice",
            "Step 1 is told twice for the same day.",
        ),
        (
            with_exams((Exam.STEP_1, STEP_1_ON, PASSED), (Exam.STEP_1, TODAY, FAILED)),
            "sat_after_pass",
            "Step 1 is told as taken again after a pass; correct the days.",
        ),
        (
            with_exams((Exam.STEP_1, STEP_1_ON, PASSED), (Exam.STEP_1, TODAY, PASSED)),
            "passed_twice",
            "Step 1 is told as passed on May 1, 2025 and Nov 22, 2026; keep one.",
        ),
        (
            with_exams((Exam.STEP_1, date(2027, 1, 1), FAILED)),
            "result_before_exam",
            "Step 1 has a result for a day still to come; tell it as pending.",
        ),
        (
            ApplicantFacts(experience=(experience("a", 1, 9), experience("b", 9, 12))),
            "experience_overlap",
            "a and b share days; a calendar week counts once.",
        ),
        (
            ApplicantFacts(ecfmg=Ecfmg(certified=False, certified_on=TODAY)),
            "certified_or_not",
            "ECFMG is told as not certified, with a certificate date; drop one of the two.",
        ),
        (
            ApplicantFacts(ecfmg=Ecfmg(certified=True, expected_on=TODAY)),
            "certified_and_expected",
            "The ECFMG certificate is told as there and as still expected; drop one of the two.",
        ),
        (
            ApplicantFacts(ecfmg=Ecfmg(certified=True, certified_on=date(2027, 1, 4))),
            "certified_in_future",
            (
                "The ECFMG certificate is dated Jan 4, 2027, a day still to come; tell it as "
                "expected."
            ),
        ),
        (
            ApplicantFacts(degree_on=TODAY, ecfmg=Ecfmg(certified_on=date(2026, 5, 1))),
            "certified_before_degree",
            "The ECFMG certificate is older than the degree.",
        ),
        (
            with_exams(
                (Exam.STEP_2_CK, STEP_1_ON, PASSED),
                exams_complete=Complete.YES,
                ecfmg=Ecfmg(certified=True),
            ),
            "certified_without_exam",
            "ECFMG is told as certified and the exams as complete, without a pass in Step 1.",
        ),
        (
            ApplicantFacts(
                degree_on=date(2026, 1, 1),
                clinical_years=DateSpan(date(2026, 1, 2), date(2026, 5, 1)),
            ),
            "clinical_years_after_degree",
            "The clinical years begin after the medical degree.",
        ),
    ],
)
def test_every_contradiction_has_its_code_its_sentence_and_the_facts_themselves(
    facts, code, sentence
):
    (found,) = conflicts(facts, TODAY)

    assert found == Conflict(code, sentence)
    assert found.sides
    assert set(found.sides) <= set(statements(facts))


def test_the_sides_of_a_contradiction_are_only_the_facts_that_contradict():
    facts = with_exams(
        (Exam.STEP_1, date(2024, 5, 1), PASSED),
        (Exam.STEP_1, date(2025, 5, 1), PASSED),
        (Exam.STEP_2_CK, date(2025, 5, 1), PASSED),
    )
    (found,) = conflicts(facts)

    assert [side.words for side in found.sides] == [
        "Step 1, May 1, 2024: passed",
        "Step 1, May 1, 2025: passed",
    ]
    need = replace(with_statuses((Status.US_CITIZEN,)), needs_sponsorship=True)
    assert [(side.about.value, side.words) for side in conflicts(need)[0].sides] == [
        ("statuses", "US citizen, always so far, no end told"),
        ("visas", "Needs a visa sponsored for residency"),
    ]


def test_seven_visitor_positions_at_once_are_twenty_one_contradictions():
    visitors = (
        Status.J1,
        Status.H1B,
        Status.F1,
        Status.B1,
        Status.B2,
        Status.VISA_WAIVER_BUSINESS,
        Status.VISA_WAIVER_TOURIST,
    )

    assert codes(with_statuses(*((status,) for status in visitors))) == ["two_statuses"] * 21
