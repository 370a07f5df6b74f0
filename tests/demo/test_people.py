"""The four applicants: who they are on any day."""

from datetime import date

import pytest

from rounds.core.applicant_file import read_applicant
from rounds.core.facts import ApplicantFacts
from rounds.core.seasons import Season, read_seasons, season_for
from rounds.core.vocabulary import Complete, Exam, ExamResult, Status
from rounds.data import shipped_text
from rounds.demo.people import SKETCHES

ON = date(2026, 11, 22)


def season() -> Season:
    published = read_seasons(shipped_text("eras/seasons.toml"), "seasons.toml")
    return season_for(2028, today=ON, published=published)


def facts(key: str) -> ApplicantFacts:
    (sketch,) = (one for one in SKETCHES if one.key == key)
    return read_applicant(sketch.text(on=ON, season=season()), f"{key}.toml")


def test_the_visitor_is_a_recent_graduate_on_b2_who_needs_a_visa():
    told = facts("visitor")

    assert told.is_graduate(ON) is True
    assert told.degree_on == date(2025, 6, 30)
    assert told.statuses_on(ON) == {Status.B2}
    assert told.statuses_on(date(2027, 8, 1)) == {Status.ABROAD}
    assert told.needs_sponsorship is True


def test_the_resident_has_an_old_degree_and_untold_training():
    told = facts("resident")

    assert told.statuses_on(ON) == {Status.PERMANENT_RESIDENT}
    assert told.degree_on == date(2014, 7, 15)
    assert told.needs_sponsorship is False
    assert told.training_complete is Complete.UNKNOWN


def test_the_student_graduates_before_applying_and_waits_for_a_result():
    told = facts("student")

    assert told.is_graduate(date(2027, 6, 29)) is False
    assert told.is_graduate(season().apply_on) is True
    assert told.statuses_on(date(2027, 2, 1)) == {Status.B1}
    assert [s.result for s in told.sittings(Exam.STEP_2_CK)] == [ExamResult.PENDING]
    assert told.ecfmg.certified is False


def test_the_citizen_failed_step_1_once():
    told = facts("citizen")

    assert told.statuses_on(ON) == {Status.US_CITIZEN}
    assert [s.result for s in told.sittings(Exam.STEP_1)] == [
        ExamResult.FAILED,
        ExamResult.PASSED,
    ]


def test_wishes_run_from_today_to_the_day_of_applying():
    wishes = SKETCHES[0].wishes(on=ON, season=season())

    assert (wishes.earliest, wishes.latest) == (ON, date(2027, 9, 1))
    assert (wishes.budget, wishes.letters, wishes.cents_for_a_letter) == (3_500_00, 3, 200_00)


@pytest.mark.parametrize("sketch", SKETCHES, ids=lambda one: one.key)
def test_every_text_says_first_that_the_person_is_fictional(sketch):
    text = sketch.text(on=ON, season=season())

    assert text.startswith("# Fictional person.")
    assert "$" not in text
