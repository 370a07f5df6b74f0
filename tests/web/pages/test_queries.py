from dataclasses import replace
from datetime import date

import pytest

from rounds.core.facts import ApplicantFacts, Ecfmg, Letter, Sitting, StatusSpan, conflicts
from rounds.core.vocabulary import Complete, Exam, ExamResult, Status
from rounds.web.dossier.bridge import Dossier, next_season
from rounds.web.pages.queries import days_ahead, steps
from rounds.web.planner.models import Plan
from rounds.web.programs.bridge.judging import Judged

TODAY = date(2026, 11, 27)
SEASON = next_season(TODAY)
ALL_TOLD = ApplicantFacts(
    name="Ana",
    degree_on=date(2023, 6, 1),
    statuses=(StatusSpan(Status.B2, date(2026, 1, 1), date(2027, 5, 1)),),
    statuses_complete=Complete.YES,
    exams_complete=Complete.YES,
    experience_complete=Complete.YES,
    letters_complete=Complete.YES,
)


def dossier(facts):
    return Dossier(facts, SEASON, (), conflicts(facts, TODAY))


def verdict(door, causes=""):
    return Judged(door, causes, "", False, "")


def titles(facts, *doors):
    return [step.title for step in steps(dossier(facts), doors)]


def test_who_has_told_nothing_begins_with_the_facts():
    assert titles(ApplicantFacts(name="Ana"))[0] == "Tell your facts"


def test_a_contradiction_comes_before_all_else():
    facts = replace(
        ALL_TOLD,
        statuses=(StatusSpan(Status.US_CITIZEN), StatusSpan(Status.B2)),
    )

    first = steps(dossier(facts), [])[0]
    assert first.title == "Correct what cannot all be true"
    assert "stay undecided" in first.why


def test_doors_that_wait_for_a_fact_are_counted():
    doors = [verdict("undecided", "stale,not_told"), verdict("undecided", "not_stated")]

    (first, *_) = steps(dossier(ALL_TOLD), doors)
    assert first.title == "Tell what is missing"
    assert first.why.startswith("1 door is undecided")


def test_lists_of_which_nobody_said_that_they_are_whole_are_named():
    facts = replace(ALL_TOLD, exams_complete=Complete.UNKNOWN, letters_complete=Complete.UNKNOWN)

    (first, *_) = steps(dossier(facts), [])
    assert "exams and letters" in first.why


def test_with_everything_told_a_plan_comes_first_then_doors_and_rotations():
    doors = [verdict("undecided", "stale"), verdict("closed"), verdict("closed"), verdict("open")]
    found = steps(dossier(ALL_TOLD), doors)

    assert [step.title for step in found] == [
        "Make a plan", "Look at your doors", "Find rotations that you may do",
    ]  # fmt: skip
    assert found[1].why.startswith("1 are undecided and 2 closed today.")


@pytest.mark.parametrize("headline", ["With these two rotations, 3 more doors stand open.", ""])
def test_a_plan_that_was_asked_for_is_opened(headline):
    (first, *_) = steps(dossier(ALL_TOLD), [], Plan(pk=7, headline=headline))

    assert (first.title, first.address) == ("Look at your plan", "/plans/7/")
    assert first.why == (headline or "It is being worked out.")


def test_the_next_days_are_those_ahead_in_their_order():
    facts = replace(
        ALL_TOLD,
        exams=(
            Sitting(Exam.STEP_1, date(2025, 1, 1), ExamResult.PASSED),
            Sitting(Exam.STEP_3, TODAY, ExamResult.PENDING),
        ),
        letters=(Letter("Dr. Moss", None, None, date(2027, 2, 1)),),
        ecfmg=Ecfmg(certified=False, expected_on=date(2027, 3, 1)),
    )

    assert [(day.on, day.words) for day in days_ahead(facts, SEASON)][:4] == [
        (TODAY, "Step 3: day of the exam"),
        (date(2027, 2, 1), "Letter by Dr. Moss: the day you expect it"),
        (date(2027, 3, 1), "ECFMG certificate: the day you expect it"),
        (date(2027, 5, 1), "Last day of your B-2"),
    ]
    season = [day.words for day in days_ahead(facts, SEASON) if day.is_season]
    assert season == [
        "Applications of 2028 open (projected)", "Rank lists of 2028 are due (projected)",
        "Training begins (projected)",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [0, 30])
def test_there_are_never_too_many_days(count):
    letters = tuple(Letter(f"Dr. {n}", None, None, date(2027, 1, 1)) for n in range(count))

    assert len(days_ahead(replace(ALL_TOLD, letters=letters), SEASON)) == (8 if count else 4)
