from datetime import UTC, datetime

import pytest
from django.conf import settings

from rounds.web.accounts.actions.facts import save_profile
from rounds.web.outbox.actions import function_of
from rounds.web.outbox.models import Job
from rounds.web.outbox.worker import do_next
from rounds.web.programs import tasks
from rounds.web.programs.models import DoorSheet, DoorVerdict
from tests.web.programs.makers import NOW, make_program
from tests.web.programs.people import tell, work

pytestmark = pytest.mark.django_db
TOMORROW = datetime(2026, 11, 28, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(NOW, tick=False)


def door():
    return DoorVerdict.objects.get().door


def work_off(now):
    while do_next(now=now):
        pass


@pytest.mark.parametrize("task", ["programs.follow_facts", "programs.new_day"])
def test_workers_keep_doors_by_the_clock(task):
    assert task in [name for _, name in settings.RECURRING_TASKS]
    assert callable(function_of(task))


def test_a_fact_told_reaches_the_door_through_the_outbox(applicant):
    make_program()
    profile = tell(applicant)
    tasks.judge_person(user=applicant.pk)
    assert door() == "closed"

    work(applicant)
    save_profile(profile=profile, fields=["degree_on"], at=NOW)
    tasks.follow_facts()
    work_off(NOW)
    assert door() == "open"


def test_a_rule_changed_reaches_the_door_through_the_outbox(applicant):
    tell(applicant)
    make_program("a")
    tasks.judge_person(user=applicant.pk)
    make_program("b")
    work_off(NOW)

    assert DoorVerdict.objects.count() == 2
    assert not Job.objects.exclude(state="done").exists()


def test_a_new_day_judges_again(applicant, time_machine):
    make_program()
    tell(applicant)
    tasks.judge_person(user=applicant.pk)
    time_machine.move_to(TOMORROW, tick=False)
    tasks.new_day()
    work_off(TOMORROW)

    assert DoorSheet.objects.get().judged_on == TOMORROW.date()


def test_somebody_who_has_left_is_nobody_to_judge():
    tasks.judge_person(user=999_999)

    assert DoorSheet.objects.count() == 0
