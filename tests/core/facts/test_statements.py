from datetime import date

from rounds.core.facts import (
    ApplicantFacts,
    ClinicalExperience,
    Ecfmg,
    Letter,
    School,
    Sitting,
    StatusSpan,
    Training,
    statements,
)
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Exam, ExamResult, Kind, Mode, Origin, Role, Status, Visa

SPAN = DateSpan(date(2026, 1, 5), date(2026, 1, 30))


def words(**told):
    return [(one.about.value, one.words) for one in statements(ApplicantFacts(**told))]


def test_nothing_told_is_nothing_said():
    assert words() == []


def test_school_degree_and_clinical_years_are_said_apart():
    assert words(
        school=School("IN", "Sea School"), degree_on=date(2023, 6, 15), clinical_years=SPAN
    ) == [
        ("school", "Sea School, IN"),
        ("school", "Medical degree on Jun 15, 2023"),
        ("school", "Clinical years Jan 5, 2026 to Jan 30, 2026"),
    ]
    assert words(school=School("IN")) == [("school", "A medical school, IN")]


def test_every_sitting_is_said_with_its_score_if_there_is_one():
    passed = Sitting(Exam.STEP_1, date(2025, 3, 1), ExamResult.PASSED)
    scored = Sitting(Exam.STEP_2_CK, date(2025, 9, 1), ExamResult.FAILED, 0)

    assert words(exams=(passed, scored)) == [
        ("exams", "Step 1, Mar 1, 2025: passed"),
        ("exams", "Step 2 CK, Sep 1, 2025: failed, score 0"),
    ]


def test_the_certificate_its_day_and_its_expectation_are_three_facts():
    told = Ecfmg(certified=True, certified_on=SPAN.first, expected_on=SPAN.last)

    assert words(ecfmg=told) == [
        ("ecfmg", "Certified by ECFMG"),
        ("ecfmg", "Certificate dated Jan 5, 2026"),
        ("ecfmg", "Certificate expected on Jan 30, 2026"),
    ]
    assert words(ecfmg=Ecfmg(certified=False)) == [("ecfmg", "Not certified by ECFMG")]


def test_a_status_says_its_open_ends():
    spans = (StatusSpan(Status.B2), StatusSpan(Status.J1, SPAN.first, SPAN.last))

    assert words(statuses=spans) == [
        ("statuses", "B-2, always so far, no end told"),
        ("statuses", "J-1, from Jan 5, 2026 to Jan 30, 2026"),
    ]


def test_the_need_of_a_visa_and_the_visas_taken_are_said():
    assert words(needs_sponsorship=True, sponsorship_visas=frozenset(Visa)) == [
        ("visas", "Needs a visa sponsored for residency"),
        ("visas", "Would take H-1B or J-1"),
    ]
    assert words(needs_sponsorship=False) == [
        ("visas", "Does not need a visa sponsored for residency")
    ]


def test_experience_letters_and_training_keep_who_says_them():
    item = ClinicalExperience(
        "experience:3", SPAN, 1, Kind.OBSERVERSHIP, Role.OBSERVING, Mode.IN_PERSON, "US",
        "neurology", state="NY", place="Lakeside", origin=Origin.ATTESTED,
    )  # fmt: skip
    bare = ClinicalExperience("x", SPAN, 2, None, None, None, None, None)
    letter = Letter("Dr. A", "neurology", None, SPAN.last, origin=Origin.ATTESTED)
    facts = ApplicantFacts(
        experience=(item, bare),
        letters=(letter, Letter("Dr. B", None, None, SPAN.last)),
        training=(Training(SPAN, "GB", "surgery", None), Training(SPAN, "GB", None, None)),
    )

    assert [(one.words, one.origin.value, one.ref) for one in statements(facts)] == [
        (
            (
                "Lakeside, Jan 5, 2026 to Jan 30, 2026, 1 week certified, observership, observing, "
                "in person, neurology, NY, US"
            ),
            "attested",
            "experience:3",
        ),
        ("x, Jan 5, 2026 to Jan 30, 2026, 2 weeks certified", "own_word", "x"),
        ("Letter of Dr. A, neurology, ready on Jan 30, 2026", "attested", ""),
        ("Letter of Dr. B, ready on Jan 30, 2026", "own_word", ""),
        ("Surgery training, GB, Jan 5, 2026 to Jan 30, 2026", "own_word", ""),
        ("Residency training, GB, Jan 5, 2026 to Jan 30, 2026", "own_word", ""),
    ]
