from datetime import date

import pytest

from rounds.core.applicant_file import COMPLETABLE, read_applicant
from rounds.core.errors import BadInput
from rounds.core.facts import (
    ApplicantFacts,
    ClinicalExperience,
    Ecfmg,
    Letter,
    School,
    Sitting,
    StatusSpan,
    Training,
)
from rounds.core.values import DateSpan
from rounds.core.vocabulary import (
    Complete,
    Credential,
    Exam,
    ExamResult,
    Kind,
    Mode,
    Origin,
    Role,
    Setting,
    Status,
    Visa,
)

WHOLE = """name = "Ana Example (fictional)"
degree_on = 2024-06-15
credentials = ["us_license"]

[clinical_years]
first = 2021-09-01
last = 2024-05-31

[school]
country = "IN"
name = "Example Medical College"

[residency]
needs_sponsorship = true
visas = ["j1"]

[complete]
statuses = "yes"
exams = "yes"
credentials = "yes"
experience = "yes"
letters = "no"
training = "unknown"

[[status]]
status = "b2"
first = 2026-10-01
last = 2027-03-31

[[exam]]
exam = "step_1"
taken_on = 2024-02-01
result = "passed"

[[exam]]
exam = "step_2_ck"
taken_on = 2025-02-01
result = "passed"
score = 245

[ecfmg]
certified = true
certified_on = 2025-08-01

[[experience]]
ref = "lakeside"
first = 2026-01-05
last = 2026-01-30
weeks = 4
kind = "externship"
role = "hands_on"
mode = "in_person"
country = "US"
state = "NY"
specialty = "internal medicine"
place = "Lakeside Clinic (fictional)"
origin = "attested"
hours = { office = 30, inpatient = 10 }

[[letter]]
author = "Dr. A"
ready_on = 2026-03-01
specialty = "internal medicine"
us_physician = true
role = "hands_on"
letterhead = false

[[training]]
first = 2024-07-01
last = 2025-06-30
country = "IN"
specialty = "pediatrics"
acgme = false
"""


def problems(text):
    with pytest.raises(BadInput) as caught:
        read_applicant(text, "a.toml")
    return [str(problem) for problem in caught.value.problems]


def test_a_whole_person_is_read():
    assert read_applicant(WHOLE, "a.toml") == ApplicantFacts(
        name="Ana Example (fictional)",
        degree_on=date(2024, 6, 15),
        clinical_years=DateSpan(date(2021, 9, 1), date(2024, 5, 31)),
        school=School("IN", "Example Medical College"),
        statuses=(StatusSpan(Status.B2, date(2026, 10, 1), date(2027, 3, 31)),),
        statuses_complete=Complete.YES,
        needs_sponsorship=True,
        sponsorship_visas=frozenset({Visa.J1}),
        exams=(
            Sitting(Exam.STEP_1, date(2024, 2, 1), ExamResult.PASSED),
            Sitting(Exam.STEP_2_CK, date(2025, 2, 1), ExamResult.PASSED, 245),
        ),
        exams_complete=Complete.YES,
        ecfmg=Ecfmg(certified=True, certified_on=date(2025, 8, 1)),
        credentials=frozenset({Credential.US_LICENSE}),
        credentials_complete=Complete.YES,
        experience=(
            ClinicalExperience(
                ref="lakeside",
                span=DateSpan(date(2026, 1, 5), date(2026, 1, 30)),
                weeks=4,
                kind=Kind.EXTERNSHIP,
                role=Role.HANDS_ON,
                mode=Mode.IN_PERSON,
                country="US",
                specialty="internal medicine",
                hours=((Setting.INPATIENT, 10), (Setting.OFFICE, 30)),
                state="NY",
                place="Lakeside Clinic (fictional)",
                origin=Origin.ATTESTED,
            ),
        ),
        experience_complete=Complete.YES,
        letters=(
            Letter(
                author="Dr. A",
                specialty="internal medicine",
                is_us_physician=True,
                ready_on=date(2026, 3, 1),
                role=Role.HANDS_ON,
                on_letterhead=False,
            ),
        ),
        letters_complete=Complete.NO,
        training=(
            Training(
                DateSpan(date(2024, 7, 1), date(2025, 6, 30)), "IN", "pediatrics", is_acgme=False
            ),
        ),
        training_complete=Complete.UNKNOWN,
    )


def test_an_empty_file_is_a_person_of_whom_nothing_is_known():
    assert read_applicant("", "a.toml") == ApplicantFacts()


def test_windows_text_with_a_byte_order_mark_is_read_alike():
    assert read_applicant("\ufeff" + WHOLE.replace("\n", "\r\n"), "a.toml") == read_applicant(
        WHOLE, "a.toml"
    )


def test_what_is_left_out_stays_unknown():
    facts = read_applicant(
        "[[experience]]\nfirst = 2026-01-05\nlast = 2026-01-30\nweeks = 4\n"
        '[[letter]]\nauthor = "Dr. A"\nready_on = 2026-03-01\n'
        '[[training]]\nfirst = 2024-07-01\nlast = 2025-06-30\ncountry = "IN"\n'
        '[[status]]\nstatus = "f1"\n'
        "[ecfmg]\nexpected_on = 2027-03-01\n"
        '[complete]\nexams = "no"\n'
        "[residency]\nneeds_sponsorship = false\n",
        "a.toml",
    )
    (item,) = facts.experience

    assert item == ClinicalExperience(
        "experience 1",
        DateSpan(date(2026, 1, 5), date(2026, 1, 30)),
        4,
        kind=None,
        role=None,
        mode=None,
        country=None,
        specialty=None,
    )
    assert item.origin is Origin.OWN_WORD
    assert facts.letters == (Letter("Dr. A", None, None, date(2026, 3, 1)),)
    assert facts.training[0].is_acgme is None
    assert facts.statuses == (StatusSpan(Status.F1),)
    assert facts.ecfmg == Ecfmg(expected_on=date(2027, 3, 1))
    assert (facts.exams_complete, facts.letters_complete) == (Complete.NO, Complete.UNKNOWN)
    assert (facts.needs_sponsorship, facts.sponsorship_visas) == (False, None)


@pytest.mark.parametrize("name", COMPLETABLE)
def test_each_list_can_be_called_complete(name):
    facts = read_applicant(f'[complete]\n{name} = "yes"\n', "a.toml")

    assert getattr(facts, f"{name}_complete") is Complete.YES
    assert sum(getattr(facts, f"{one}_complete") is Complete.YES for one in COMPLETABLE) == 1


def test_every_problem_of_a_file_is_told_at_once_with_its_line():
    text = """name = 7
degree_on = 1924-06-15
credentials = ["license"]
hobby = "chess"

[school]
name = "somewhere"

[residency]
needs_sponsorship = "yes"
visa = ["j1"]

[complete]
exam = "yes"
letters = "maybe"

[[status]]
status = "b3"
first = 2027-03-31
last = 2026-10-01

[[status]]
status = "b2"
first = 2027-03-31
last = 2026-10-01

[[exam]]
exam = "step_1"
result = "pass"
score = 501

[[experience]]
first = 2026-01-30
last = 2026-01-05
weeks = -1
country = "usa"
hours = { ward = 40 }

[[letter]]
specialty = "surgery"

[[training]]
first = 2024-07-01
country = "IN"
"""

    assert problems(text) == [
        "a.toml:1: name: 'name' must be text in quotes, not 7.",
        (
            "a.toml:2: degree_on: 'degree_on' is 1924-06-15; a year before 1940 or after 2100 "
            "cannot be meant."
        ),
        (
            "a.toml:3: credentials: 'credentials' does not know \"license\"; did you mean "
            '"us_license"?'
        ),
        (
            "a.toml:4: hobby: 'hobby' is not known here (known: clinical_years, complete, "
            "credentials, degree_on, ecfmg, exam, experience, letter, name, residency, school, "
            "status, training)."
        ),
        "a.toml:6: school.country: 'country' is missing; add it.",
        (
            "a.toml:10: residency.needs_sponsorship: 'needs_sponsorship' must be true or false, "
            'not "yes".'
        ),
        "a.toml:11: residency.visa: 'visa' is not known here; did you mean \"visas\"?",
        "a.toml:14: complete.exam: 'exam' is not known here; did you mean \"exams\"?",
        "a.toml:15: complete.letters: 'letters' does not know \"maybe\" (known: no, unknown, yes).",
        (
            "a.toml:18: status[0].status: 'status' does not know \"b3\" (known: abroad, b1, b2, "
            "ead, f1, h1b, j1, other, permanent_resident, us_citizen, wb, wt)."
        ),
        "a.toml:20: status[0].last: 'last' (2026-10-01) is before 'first' (2027-03-31).",
        "a.toml:25: status[1].last: 'last' (2026-10-01) is before 'first' (2027-03-31).",
        "a.toml:27: exam[0].taken_on: 'taken_on' is missing; add it.",
        'a.toml:29: exam[0].result: \'result\' does not know "pass"; did you mean "passed"?',
        "a.toml:30: exam[0].score: 'score' must be a whole number from 1 to 500, not 501.",
        "a.toml:34: experience[0].last: 'last' (2026-01-05) is before 'first' (2026-01-30).",
        "a.toml:35: experience[0].weeks: 'weeks' must be a whole number from 0 to 520, not -1.",
        (
            "a.toml:36: experience[0].country: 'country' must hold two capital letters like US, "
            'not "usa".'
        ),
        "a.toml:37: experience[0].hours.ward: 'ward' is not known here.",
        "a.toml:39: letter[0].author: 'author' is missing; add it.",
        "a.toml:39: letter[0].ready_on: 'ready_on' is missing; add it.",
        (
            "a.toml:40: letter[0].specialty: 'specialty' does not know \"surgery\"; did you mean "
            '"neurosurgery"?'
        ),
        "a.toml:42: training[0].last: 'last' is missing; add it.",
    ]


def experience(**changes):
    told = {"first": "2026-01-05", "last": "2026-01-30", "weeks": "4"} | changes
    lines = "".join(f"{key} = {value}\n" for key, value in told.items())
    return f"[[experience]]\n{lines}"


def test_certified_weeks_must_fit_into_the_calendar_weeks_of_the_span():
    assert read_applicant(experience(), "a.toml").experience[0].weeks == 4
    assert problems(experience(weeks="5")) == [
        (
            "a.toml:4: experience[0].weeks: 5 certified weeks do not fit between 2026-01-05 and "
            "2026-01-30, which touch 4 calendar weeks."
        )
    ]


def test_no_week_at_all_may_be_certified():
    assert read_applicant(experience(weeks="0"), "a.toml").experience[0].weeks == 0


@pytest.mark.parametrize(
    ("hours", "found"),
    [
        ("{ office = 168 }", []),
        (
            "{ office = 100, inpatient = 69 }",
            ["a.toml:5: experience[0].hours: the hours add up to more than 168 a week."],
        ),
        (
            "{ office = 169 }",
            [
                (
                    "a.toml:5: experience[0].hours.office: 'office' must be a whole number from 0 "
                    "to 168, not 169."
                )
            ],
        ),
        ("40", ["a.toml:5: experience[0].hours: 'hours' must be a table, not 40."]),
    ],
)
def test_a_week_has_168_hours(hours, found):
    text = experience(hours=hours)
    if not found:
        assert read_applicant(text, "a.toml").experience[0].weekly_hours == 168
    else:
        assert problems(text) == found


def test_two_experiences_of_one_name_are_refused():
    text = experience(ref='"same"') + experience() + experience(ref='"same"')

    assert problems(text) == [
        "a.toml:5: experience[0].ref: the name same is used for several experiences.",
        "a.toml:14: experience[2].ref: the name same is used for several experiences.",
    ]


def test_experiences_without_a_name_are_numbered():
    facts = read_applicant(experience() + experience(), "a.toml")

    assert [item.ref for item in facts.experience] == ["experience 1", "experience 2"]


def test_an_impossible_date_does_not_hide_other_problems():
    text = experience(first="2026-02-30", weeks='"four"')

    assert problems(text) == [
        "a.toml:2: 2026-02-30 is no day of the calendar.",
        (
            "a.toml:4: experience[0].weeks: 'weeks' must be a whole number from 0 to 520, not "
            '"four".'
        ),
    ]


def test_overlapping_experience_is_read_and_left_to_be_reported():
    assert len(read_applicant(experience() + experience(), "a.toml").experience) == 2


@pytest.mark.parametrize("key", ["school", "residency", "complete", "clinical_years", "ecfmg"])
def test_a_table_that_is_none_is_told(key):
    assert problems(f"{key} = 1") == [f"a.toml:1: {key}: '{key}' must be a table, not 1."]


@pytest.mark.parametrize("key", ["status", "exam", "experience", "letter", "training"])
def test_a_list_of_tables_that_is_none_is_told(key):
    assert problems(f"{key} = 1") == [
        f"a.toml:1: {key}: '{key}' must be a list of tables, written [[{key}]]."
    ]


@pytest.mark.parametrize(
    "table",
    [
        "[school]\ncountry = 'IN'",
        "[clinical_years]\nfirst = 2024-01-01\nlast = 2024-02-01",
        "[ecfmg]",
        "[residency]",
        "[[status]]\nstatus = 'f1'",
        "[[exam]]\nexam = 'step_1'\ntaken_on = 2024-01-01\nresult = 'failed'",
        "[[letter]]\nauthor = 'A'\nready_on = 2024-01-01",
        "[[training]]\nfirst = 2024-01-01\nlast = 2024-02-01\ncountry = 'IN'",
    ],
)
def test_a_key_nobody_knows_is_told_in_every_table(table):
    (problem,) = problems(f"{table}\nbogus_key = 1\n")

    assert "bogus_key: 'bogus_key' is not known here" in problem


def test_half_a_file_is_refused_with_its_line():
    (problem,) = problems(WHOLE[:400])

    assert problem.startswith("a.toml:27: this is not valid TOML:")


def test_an_experience_needs_its_weeks_and_its_days():
    assert problems("[[experience]]\nfirst = 2026-01-05\nlast = 2026-01-30\n") == [
        "a.toml:1: experience[0].weeks: 'weeks' is missing; add it."
    ]
    assert problems("[[experience]]\nfirst = 2026-01-05\nweeks = 4\n") == [
        "a.toml:1: experience[0].last: 'last' is missing; add it."
    ]


def test_a_letter_needs_its_author_and_its_day():
    assert problems("[[letter]]\nauthor = 'A'\n") == [
        "a.toml:1: letter[0].ready_on: 'ready_on' is missing; add it."
    ]
    assert problems("[[letter]]\nready_on = 2026-03-01\n") == [
        "a.toml:1: letter[0].author: 'author' is missing; add it."
    ]


def test_a_training_needs_its_country():
    assert problems("[[training]]\nfirst = 2026-01-05\nlast = 2026-01-30\n") == [
        "a.toml:1: training[0].country: 'country' is missing; add it."
    ]


def test_a_status_of_one_day_is_read_and_a_status_needs_its_name():
    one_day = "[[status]]\nstatus = 'b2'\nfirst = 2027-01-01\nlast = 2027-01-01\n"

    assert read_applicant(one_day, "a.toml").statuses[0].last == date(2027, 1, 1)
    assert problems("[[status]]\nfirst = 2027-01-01\n") == [
        "a.toml:1: status[0].status: 'status' is missing; add it."
    ]


def test_a_sitting_needs_its_exam_its_day_and_its_result():
    assert problems("[[exam]]\n") == [
        f"a.toml:1: exam[0].{key}: '{key}' is missing; add it."
        for key in ("exam", "result", "taken_on")
    ]


def test_a_school_without_a_name_has_none():
    assert read_applicant("[school]\ncountry = 'IN'\n", "a.toml").school == School("IN", "")
