"""The older real layer: it loads, is told in our words, and is honest about its age."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rounds.core.eligibility.assess import Assessment, assess
from rounds.core.eligibility.program_file import read_programs
from rounds.core.eligibility.programs import Program, cycle_of
from rounds.core.facts import ApplicantFacts, School, Sitting, StatusSpan, Training
from rounds.core.seasons import Season, read_seasons, season_for
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Door, Exam, ExamResult, Status, Topic, UnknownCause
from rounds.data import shipped_names, shipped_text
from tests.data.older_people import PEOPLE, h1b, recent, season_of

NAMES = shipped_names("programs/older")
PROGRAMS = {
    program.id: program for name in NAMES for program in read_programs(shipped_text(name), name)
}
TODAY = date(2026, 11, 22)


# ── the files ──────────────────────────────────────────────────────────────────────────────────


def test_thirty_five_programs_load_each_in_the_file_of_its_name():
    assert len(PROGRAMS) == 35
    assert sorted(PROGRAMS) == [Path(name).stem for name in NAMES]


def test_every_program_says_how_and_when_it_was_read_and_that_it_is_real():
    for program in PROGRAMS.values():
        assert (program.source.via, program.source.read_on) == ("archived copy", "2026-11")
        assert not program.is_fictional
        assert program.requirements


def test_every_clause_is_told_in_our_words_under_an_id_of_its_own():
    for program in PROGRAMS.values():
        ids = [requirement.id for requirement in program.requirements]
        assert len(set(ids)) == len(ids), program.id
        assert all(requirement.says for requirement in program.requirements), program.id


def test_every_topic_of_every_program_is_covered_one_way_or_another():
    for program in PROGRAMS.values():
        assert [topic for topic, _ in program.coverage] == sorted(Topic), program.id


# ── their age ──────────────────────────────────────────────────────────────────────────────────


def season_2028() -> Season:
    published = read_seasons(shipped_text("eras/seasons.toml"), "eras/seasons.toml")
    return season_for(2028, today=TODAY, published=published)


def test_ten_programs_are_dated_and_the_newest_cycle_is_that_of_2025():
    cycles = {key: cycle_of(program.source) for key, program in PROGRAMS.items()}

    assert {key: cycle for key, cycle in cycles.items() if cycle} == {
        "hackensack-internal-medicine": 2025,
        "st-peter-family-medicine": 2018,
        "yale-psychiatry": 2025,
        "boston-combined-pediatrics": 2017,
        "upmc-shadyside-family-medicine": 2022,
        "grand-strand-internal-medicine": 2015,
        "michigan-internal-medicine": 2024,
        "mayo-rochester-obstetrics-gynecology": 2016,
        "mayo-jacksonville-family-medicine": 2012,
        "allegheny-internal-medicine": 2021,
    }


CLOSED_BY_ITS_WORD = {  # in season 2028, if the old rules still held; facts of Match year 2026
    "recent": {
        "broadlawns-family-medicine",  # a residency year
        "broadlawns-transitional-year",  # the same
        "drew-psychiatry",  # sponsors none
        "indiana-internal-medicine",  # hands-on in a hospital; 3 years
        "jps-psychiatry",  # a J-1 in hand
        "loma-linda-diagnostic-radiology",  # a year in a US hospital
        "mayo-jacksonville-family-medicine",  # 2 years, or one of them in the United States
        "newyork-presbyterian-columbia-family-medicine",  # sponsors none; a year
        "ohio-state-internal-medicine",  # 3 inpatient months
        "penn-state-hershey-diagnostic-radiology",  # a residency year
        "south-alabama-internal-medicine",  # 3 months hands-on in a hospital
        "st-peter-family-medicine",  # 3 years at the start
        "wayne-state-crittenton-internal-medicine",  # 4 letters
    },
    "resident": {
        "broadlawns-family-medicine",  # a residency year
        "broadlawns-transitional-year",  # the same
        "hackensack-internal-medicine",  # 5 years
        "indiana-internal-medicine",  # 3 years
        "jps-psychiatry",  # 5 years
        "loma-linda-diagnostic-radiology",  # a year in a US hospital
        "mayo-jacksonville-family-medicine",  # 2 years, or one of them in the United States
        "newyork-presbyterian-columbia-family-medicine",  # 5 years; a year
        "ohio-state-internal-medicine",  # 5 years
        "penn-state-hershey-diagnostic-radiology",  # a residency year
        "penn-state-state-college-family-medicine",  # 5 years
        "south-alabama-internal-medicine",  # Step 1 at the first try
        "st-peter-family-medicine",  # 6 weeks in an office; 3 years
        "wayne-state-crittenton-internal-medicine",  # 220 at the first try; 7 years
    },
    "h1b": {
        "drew-psychiatry",  # sponsors none
        "hackensack-internal-medicine",  # 5 years: 6 at the start of 2028
        "indiana-internal-medicine",  # J-1 alone; 3 years
        "jps-psychiatry",  # a J-1 in hand; 5 years
        "mayo-jacksonville-family-medicine",  # no letter by a family physician
        "newyork-presbyterian-columbia-family-medicine",  # sponsors none; 5 years
        "ohio-state-internal-medicine",  # was in residency; 5 years
        "penn-state-hershey-diagnostic-radiology",  # J-1 alone
        "penn-state-hershey-psychiatry",  # J-1 alone
        "penn-state-state-college-family-medicine",  # J-1 alone
        "prince-georges-internal-medicine",  # J-1 alone
        "saint-agnes-fresno-family-medicine",  # no H-1
        "southern-illinois-pediatrics",  # no H-1B
        "st-marys-internal-medicine",  # J-1 alone of the visas
        "st-peter-family-medicine",  # J-1 alone; no office
        "summa-akron-family-medicine",  # no letter by a family physician
        "wayne-state-crittenton-internal-medicine",  # J-1 alone
    },
}


@pytest.mark.parametrize("person", PEOPLE)
def test_for_2028_all_thirty_five_are_stale_and_undecided(person: str):
    found = assess(PEOPLE[person](2026), tuple(PROGRAMS.values()), season_2028())

    assert [a.door for a in found] == [Door.UNDECIDED] * 35
    assert all(UnknownCause.STALE in a.causes for a in found)
    assert all(finding.is_stale for a in found for finding in a.findings)
    assert {a.program.id for a in found if not a.is_possible} == CLOSED_BY_ITS_WORD[person]


# ── three people, judged in the season a program dates from ─────────────────────────────────────

UNDATED = 2020  # programs that name no year are judged as if they spoke for this cycle
NOT_STATED, NOT_TESTABLE = UnknownCause.NOT_STATED, UnknownCause.NOT_TESTABLE
OPEN, CLOSED = "open", "closed"

# program: what the recent graduate, the permanent resident and the H-1B holder find, and why.
EXPECTED: dict[str, tuple[object, object, object]] = {
    # ward work hands-on, J-1, degree of 3 years: office only · degree of 8 years · no H-1B
    "indiana-internal-medicine": (CLOSED, CLOSED, CLOSED),
    # 5 years at the start: 2 · 9 · 4, but of H-1B the page says nothing
    "hackensack-internal-medicine": (OPEN, CLOSED, {NOT_STATED}),
    # 8 weeks in one rotation, 6 in a family medicine office: both · no office · no J-1
    "st-peter-family-medicine": (OPEN, CLOSED, CLOSED),
    # 3 months on a ward, no observership: none · Step 1 twice · visas unread
    "south-alabama-internal-medicine": (CLOSED, CLOSED, {NOT_TESTABLE}),
    # an ACGME year: none · none · done, but visas were not read
    "broadlawns-family-medicine": (CLOSED, CLOSED, {NOT_TESTABLE}),
    # letters are there; experience and visas were not read
    "yale-psychiatry": ({NOT_TESTABLE}, {NOT_TESTABLE}, {NOT_TESTABLE}),
    # an ACGME year and a J-1: no year · no year · no J-1
    "penn-state-hershey-diagnostic-radiology": (CLOSED, CLOSED, CLOSED),
    # 3 inpatient months, 5 years, no earlier residency: 4 weeks · 8 years · was in residency
    "ohio-state-internal-medicine": (CLOSED, CLOSED, CLOSED),
    # 2 to 3 years at a day not said, J-1 not spoken of · 9 years, but worked · no H-1B
    "southern-illinois-pediatrics": ({NOT_STATED, NOT_TESTABLE}, {NOT_TESTABLE}, CLOSED),
    # sponsors none, 5 years: needs a visa · 8 years · needs a visa
    "newyork-presbyterian-columbia-family-medicine": (CLOSED, CLOSED, CLOSED),
    # 2 years (in time only if counted to the application) or a US year · neither · no letter by FM
    "mayo-jacksonville-family-medicine": ({NOT_STATED}, CLOSED, CLOSED),
    # a US hospital year: 4 weeks at most · 16 · residency; H-1B on transfer, graduation not stated
    "loma-linda-diagnostic-radiology": (CLOSED, CLOSED, {NOT_STATED, NOT_TESTABLE}),
    # 3 months: 8 weeks and 4 of watching, or work elsewhere · 8 years · no letter by FM, no J-1
    "penn-state-state-college-family-medicine": ({NOT_STATED, NOT_TESTABLE}, CLOSED, CLOSED),
    # a J-1 in hand · 5 years · a J-1 in hand
    "jps-psychiatry": (CLOSED, CLOSED, CLOSED),
    # 3 months: 8 weeks and 4 of watching · all met, care of patients within 4 years · no J-1
    "st-marys-internal-medicine": ({NOT_STATED}, OPEN, CLOSED),
    # 2 years or active in primary care, by a day not said · 9 years · 4 years, H-1B if legal
    "upmc-shadyside-family-medicine": (
        {NOT_STATED, NOT_TESTABLE},
        {NOT_TESTABLE},
        {NOT_TESTABLE},
    ),
    # letters and exams are there; graduation and visas not stated · the same · no letter by FM
    "summa-akron-family-medicine": ({NOT_STATED}, {NOT_STATED}, CLOSED),
}


def as_of_its_season(program: Program) -> tuple[Program, Season]:
    """The program with a season in which its rules are current."""
    year = cycle_of(program.source) or UNDATED
    source = replace(program.source, as_of=str(year))
    requirements = tuple(replace(part, source=source) for part in program.requirements)
    return replace(program, source=source, requirements=requirements), season_of(year)


def judged(key: str, person: str) -> Assessment:
    program, season = as_of_its_season(PROGRAMS[key])
    (found,) = assess(PEOPLE[person](season.year), [program], season)
    return found


def seen(found: Assessment) -> object:
    return set(found.causes) if found.door is Door.UNDECIDED else found.door.value


@pytest.mark.parametrize("key", EXPECTED)
def test_three_people_find_the_doors_worked_out_by_hand(key: str):
    assert tuple(seen(judged(key, person)) for person in PEOPLE) == EXPECTED[key]


def findings(key: str, facts_of: Callable[[int], ApplicantFacts]) -> dict[str, str]:
    program, season = as_of_its_season(PROGRAMS[key])
    (found,) = assess(facts_of(season.year), [program], season)
    return {f.requirement.id: f.verdict.value for f in found.findings}


def test_one_failure_of_step_1_is_no_bar_where_only_step_2_ck_must_be_clean():
    found = findings("saint-agnes-fresno-family-medicine", PEOPLE["resident"])

    assert (found["step-1-failures"], found["step-2-failures"]) == ("met", "met")
    assert found["first-attempts"] == "unmet"  # a wish, which closes nothing
    assert found["usce"] == "met"


def watching_only(year: int) -> ApplicantFacts:
    facts = recent(year)
    return replace(facts, experience=facts.experience[1:])


def test_watching_counts_only_where_the_page_says_so():
    def usce(key: str) -> str:
        return findings(key, watching_only)["usce"]

    assert usce("grand-strand-internal-medicine") == "met"
    assert usce("mercy-catholic-internal-medicine") == "unknown"  # the page does not say
    assert usce("indiana-internal-medicine") == "unmet"
    assert findings("musc-psychiatry", watching_only)["usce-hands-on"] == "unmet"


def family_medicine_on_a_ward(year: int) -> ApplicantFacts:
    facts = recent(year)
    office, ward = facts.experience
    return replace(facts, experience=(replace(office, hours=ward.hours),))


def family_medicine_abroad(year: int) -> ApplicantFacts:
    facts = recent(year)
    return replace(facts, experience=(replace(facts.experience[0], country="CA"),))


def test_six_of_the_eight_weeks_must_be_in_a_family_medicine_office_in_the_us():
    key = "st-peter-family-medicine"

    assert findings(key, recent)["experience"] == "met"
    assert findings(key, family_medicine_on_a_ward)["experience"] == "unmet"
    assert findings(key, family_medicine_abroad)["experience"] == "unmet"


def work_permit(year: int) -> ApplicantFacts:
    return replace(recent(year), statuses=(StatusSpan(Status.EAD),), needs_sponsorship=False)


def work_permit_and_need_not_told(year: int) -> ApplicantFacts:
    return replace(work_permit(year), needs_sponsorship=None)


def test_a_work_permit_alone_is_refused_at_one_program_and_accepted_at_another():
    assert findings("st-peter-family-medicine", work_permit)["visa"] == "unmet"
    assert findings("st-peter-family-medicine", work_permit_and_need_not_told)["visa"] == "unknown"
    assert findings("st-marys-internal-medicine", work_permit_and_need_not_told)["visa"] == "met"


def student_of_a_us_school(year: int) -> ApplicantFacts:
    return replace(h1b(year), school=School("US"), statuses=(StatusSpan(Status.F1),))


def test_h1b_opens_only_in_the_cases_a_program_names():
    key = "ohio-state-internal-medicine"

    assert findings(key, h1b)["visa"] == "unknown"  # is the H-1B held approved for residency?
    assert findings(key, student_of_a_us_school)["visa"] == "met"
    assert findings("mayo-arizona-preliminary-surgery", h1b)["visa"] == "unknown"
    assert findings("mayo-arizona-preliminary-surgery", student_of_a_us_school)["visa"] == "met"
    assert findings("saint-agnes-fresno-family-medicine", student_of_a_us_school)["visa"] == "unmet"


def step_1_after_applying(year: int) -> ApplicantFacts:
    facts = recent(year)
    waiting = Sitting(Exam.STEP_1, date(year - 1, 11, 1), ExamResult.PENDING)
    return replace(facts, exams=(waiting, *facts.exams[1:]))


def residency_until_the_start(year: int) -> ApplicantFacts:
    year_left = DateSpan(date(year - 1, 7, 1), date(year, 6, 30))
    return replace(h1b(year), training=(Training(year_left, "US", "internal medicine", True),))


def test_a_day_not_stated_decides_nothing_that_falls_between_applying_and_the_start():
    assert findings("drew-psychiatry", recent)["exams"] == "met"
    assert findings("drew-psychiatry", step_1_after_applying)["exams"] == "unknown"
    assert findings("summa-akron-family-medicine", step_1_after_applying)["exams"] == "unmet"
    key = "penn-state-hershey-diagnostic-radiology"
    assert findings(key, h1b)["residency-year"] == "met"
    assert findings(key, residency_until_the_start)["residency-year"] == "unknown"
    assert findings(key, recent)["residency-year"] == "unmet"
