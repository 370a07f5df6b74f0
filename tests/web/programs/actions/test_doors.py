from datetime import date, timedelta

import pytest

from rounds.web.accounts.actions.facts import save_item, save_profile
from rounds.web.dossier.bridge import season_of
from rounds.web.history.models import Entry
from rounds.web.outbox.models import Job
from rounds.web.programs.actions.doors import (
    current_doors,
    follow_facts,
    judge_everybody,
)
from rounds.web.programs.actions.stars import weigh
from rounds.web.programs.models import DoorSheet, DoorVerdict, Program
from tests.web.programs.makers import NOW, RULES, imported, make_program, program_text
from tests.web.programs.people import tell, work

pytestmark = pytest.mark.django_db
SEASON = season_of(2028, today=date(2026, 11, 27))
LATER = NOW + timedelta(hours=1)
EASIER = 'coverage = { graduation = "expressly_none" }' + RULES.replace("weeks = 4", "weeks = 1")


def judge(user, at=NOW):
    return current_doors(user=user, season=SEASON, at=at)


def kept(user):
    rows = DoorVerdict.objects.filter(sheet__user=user).order_by("program__code")
    return [(row.program.code, row.door, row.was) for row in rows]


def jobs(task):
    return list(Job.objects.filter(task=task).order_by("id"))


def test_the_first_look_judges_every_program(applicant):
    make_program("a")
    make_program("b")
    tell(applicant)

    doors = judge(applicant)
    assert doors.outdated == ()
    assert sorted(row.door for row in doors.by_program.values()) == ["closed", "closed"]
    assert kept(applicant) == [("a", "closed", ""), ("b", "closed", "")]


def test_a_new_fact_moves_a_door_and_what_it_was_stays_known(applicant):
    make_program("a")
    tell(applicant)
    judge(applicant)
    work(applicant)
    doors = judge(applicant, LATER)

    (door,) = doors.by_program.values()
    assert door.door == "open"
    assert DoorVerdict.objects.get().changed_at == LATER
    assert kept(applicant) == [("a", "open", "closed")]


def test_only_what_differs_is_written(applicant, django_assert_num_queries):
    for number in range(3):
        make_program(f"p-{number}")
    tell(applicant)
    judge(applicant)
    before = list(DoorVerdict.objects.values_list("pk", "changed_at"))
    tell(applicant, school_country="IN")
    judge(applicant, LATER)

    assert list(DoorVerdict.objects.values_list("pk", "changed_at")) == before
    assert DoorSheet.objects.get().judged_at == LATER
    with django_assert_num_queries(9):
        judge(applicant, LATER)


def test_what_a_door_was_survives_what_does_not_move_it(applicant):
    imported(program_text("a", name="A"))
    tell(applicant)
    judge(applicant)
    work(applicant)
    judge(applicant, LATER)
    later = LATER + timedelta(hours=1)
    imported(program_text("a", name="A", rules=EASIER), at=later)
    judge(applicant, later)
    work(applicant, weeks=1, first=date(2026, 3, 2), last=date(2026, 3, 8))
    judge(applicant, later)

    row = DoorVerdict.objects.get()
    assert (row.door, row.was, row.changed_at) == ("open", "closed", LATER)


def test_causes_change_without_moving_the_door(applicant):
    make_program("a", as_of="2018")
    judge(applicant)
    tell(applicant)
    work(applicant)
    judge(applicant, LATER)

    row = DoorVerdict.objects.get()
    assert (row.door, row.causes, row.was, row.changed_at) == ("undecided", "stale", "", NOW)


def test_other_peoples_doors_are_their_own(applicant, other_applicant):
    make_program("a")
    tell(applicant)
    judge(applicant)

    assert kept(other_applicant) == []
    judge(other_applicant)
    assert kept(other_applicant) == [("a", "undecided", "")]


def starred(user, code="a"):
    imported(program_text(code, name="Gable"))
    tell(user)
    work(user, weeks=2)
    judge(user)
    weigh(program=Program.objects.get(code=code), user=user, weight=3, at=NOW)


def test_a_person_is_told_when_new_rules_move_the_door_of_a_starred_program(applicant):
    starred(applicant)
    imported(program_text("a", name="Gable", rules=EASIER), at=LATER)
    judge(applicant, LATER)
    judge(applicant, LATER)

    (job,) = jobs("outbox.send_mail")
    assert job.arguments["to"] == applicant.email
    assert job.arguments["subject"] == "A door is open now: Gable"
    assert "Its door was closed for you and is open now." in job.arguments["text"]


def test_nobody_is_mailed_about_their_own_facts_or_a_program_without_weight(applicant):
    starred(applicant)
    work(applicant, weeks=2, first=date(2026, 3, 2), last=date(2026, 3, 13))
    judge(applicant)
    assert kept(applicant) == [("a", "open", "closed")]

    weigh(program=Program.objects.get(), user=applicant, weight=1, at=NOW)
    imported(program_text("a", name="Gable", rules=RULES), at=LATER)
    judge(applicant, LATER)

    assert kept(applicant)[0][1:] == ("undecided", "open")
    assert jobs("outbox.send_mail") == []


# ── what workers do ──────────────────────────────────────────────────────────────────────────


def test_who_told_something_is_judged_once_for_each_telling(applicant, other_applicant):
    make_program("a")
    profile = tell(applicant)
    judge(applicant)
    save_profile(profile=profile, fields=["degree_on"], at=NOW)
    save_profile(profile=tell(other_applicant), fields=["degree_on"], at=NOW)
    follow_facts(at=NOW)
    follow_facts(at=LATER)

    assert [job.arguments for job in jobs("programs.judge_person")] == [{"user": applicant.pk}]

    save_item(item=work(applicant), user=applicant, at=LATER)
    follow_facts(at=LATER)
    assert len(jobs("programs.judge_person")) == 2


def test_what_is_no_fact_is_not_followed(applicant):
    make_program("a")
    judge(applicant)
    weigh(program=Program.objects.get(), user=applicant, weight=3, at=NOW)
    follow_facts(at=NOW)

    assert Entry.objects.filter(verb="weighed").exists()
    assert jobs("programs.judge_person") == []


def test_everybody_whose_doors_are_kept_is_judged_and_seasons_that_are_over_go(
    applicant, other_applicant
):
    make_program("a")
    judge(applicant)
    current_doors(user=other_applicant, season=season_of(2027, today=SEASON.today), at=NOW)
    judge_everybody(season=SEASON, why="day:2026-11-28", at=NOW)

    assert [job.arguments["user"] for job in jobs("programs.judge_person")] == [applicant.pk]
    assert [sheet.season_year for sheet in DoorSheet.objects.all()] == [2028]
