import sys
from datetime import timedelta

import pytest

from rounds.web.catalog.models import Term
from rounds.web.planner import tasks
from rounds.web.planner.models import Plan
from tests.web.planner.makers import NOW, make_answered, make_plan, make_world

pytestmark = pytest.mark.django_db


class Process:
    """A started process that runs until told otherwise."""

    def __init__(self, command, **told):
        self.command, self.told, self.status = command, told, None

    def poll(self):
        return self.status


@pytest.fixture
def started(monkeypatch):
    """What would have been started; nothing is."""
    found = []

    def start(command, **told):
        found.append(Process(command, **told))
        return found[-1]

    monkeypatch.setattr(tasks.subprocess, "Popen", start)
    monkeypatch.setattr(tasks, "_started", [])
    return found


def test_without_a_plan_that_waits_nothing_is_started(started):
    tasks.start_solver()
    tasks.look_after_plans()

    assert started == []


def test_a_plan_that_waits_gets_a_process_of_its_own(applicant, started, settings):
    settings.SOLVERS = 1
    make_plan(applicant)
    tasks.start_solver()

    (process,) = started
    assert process.command == [sys.executable, "-m", "django", "solve_plans"]
    assert process.told == {"stdin": tasks.subprocess.PIPE}


def test_only_so_many_run_at_once_and_an_ended_one_makes_room(applicant, started, settings):
    settings.SOLVERS = 2
    make_plan(applicant)
    for _ in range(3):
        tasks.start_solver()
    assert len(started) == 2

    started[0].status = 0
    tasks.look_after_plans()
    assert len(started) == 3


def test_saved_plans_are_followed_by_the_clock(applicant, started):
    one, _ = make_world(applicant)
    make_answered(applicant)
    Plan.objects.update(name="Summer")
    Term.objects.filter(pk=one.pk).update(state="withdrawn")
    tasks.follow_plans()

    assert Plan.objects.get().state == "waiting"


def test_solvers_of_other_machines_count_too(applicant, started, settings):
    settings.SOLVERS = 1
    at_work = make_plan(applicant)
    make_plan(applicant)
    Plan.objects.filter(pk=at_work.pk).update(state="solving", heard_at=NOW)
    tasks.start_solver()
    assert started == []

    Plan.objects.filter(pk=at_work.pk).update(heard_at=NOW - timedelta(minutes=1))
    tasks.start_solver()
    assert len(started) == 1
