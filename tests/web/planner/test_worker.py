import logging
from datetime import timedelta

import pytest

from rounds.web.planner import worker
from rounds.web.planner.actions.asking import ask_again
from rounds.web.planner.models import Plan, PlanTerm
from rounds.web.planner.worker import heart, solve_waiting
from rounds.web.programs.models import RuleMark
from tests.web.planner.makers import NOW, make_answered, make_plan, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_heart(monkeypatch):
    """A test's transaction is seen by its own thread alone."""
    monkeypatch.setattr(worker, "BEAT_SECONDS", 3600.0)


def test_what_waits_is_answered_and_the_solver_stops(applicant):
    make_world(applicant)
    plans, taken = [make_plan(applicant), make_plan(applicant, budget=1_900_00)], []

    assert solve_waiting(taken.append) == 2
    assert [plan and plan.pk for plan in taken] == [plans[0].pk, None, plans[1].pk, None]
    for plan in plans:
        plan.refresh_from_db()
    assert [plan.headline for plan in plans] == [
        "With these two rotations, $3,400 in all, 2 more doors stand open.",
        "With this one rotation, $1,800 in all, 1 more door stands open.",
    ]
    assert {plan.state for plan in plans} == {"done"}
    assert [one.code for one in PlanTerm.objects.filter(plan=plans[0])] == ["LAMP1", "LAMP2"]


def test_a_person_of_whom_nothing_is_known_is_told_so(applicant, other_applicant):
    make_world(other_applicant)
    plan = make_answered(applicant)

    assert plan.state == "done"
    assert plan.headline.startswith("Too little is told for a plan: 2 doors wait for facts")


def test_wishes_that_contradict_are_refused_in_words(applicant):
    make_world(applicant)
    plan = make_answered(applicant, pinned=("LAMP1",), budget=5)

    assert plan.state == "refused"
    assert plan.problems == ["the pinned terms cost $1,800, more than $0.05."]


def test_a_fault_of_ours_is_logged_and_told(applicant, monkeypatch, caplog):
    make_world(applicant)

    def broken(*_args, **_told):
        raise ZeroDivisionError

    monkeypatch.setattr(worker, "problem_for", broken)
    with caplog.at_level(logging.ERROR):
        plan = make_answered(applicant)
    assert plan.state == "failed"
    assert f"plan {plan.pk} could not be made" in caplog.text


def test_a_search_out_of_time_says_that_it_is_not_proven(applicant, settings):
    settings.PLAN_SECONDS = 0
    make_world(applicant, terms=3, weeks=(4, 8, 12))
    plan = make_answered(applicant)

    assert plan.state == "done"
    assert plan.is_proven is False
    assert plan.page["standing"].startswith("Not yet proven best.")
    assert "The search stopped before its proof was complete" in plan.page["proof"]


def test_the_marks_are_those_from_before_the_search(applicant, monkeypatch):
    make_world(applicant)
    before = RuleMark.objects.get().number
    real = worker.problem_for

    def and_a_rule_is_published(*args, **told):
        RuleMark.objects.update(number=before + 1)
        return real(*args, **told)

    monkeypatch.setattr(worker, "problem_for", and_a_rule_is_published)
    assert make_answered(applicant).rules_mark == before


def test_a_plan_made_anew_keeps_its_page_until_then(applicant):
    make_world(applicant)
    plan = make_answered(applicant)
    ask_again(plan=plan, by="system", because=["x"], at=NOW + timedelta(hours=1))
    assert Plan.objects.get(pk=plan.pk).page["headline"] == plan.headline
    solve_waiting()

    assert Plan.objects.get(pk=plan.pk).state == "done"


def test_a_heart_beats_until_the_search_is_over(committed, applicant, monkeypatch):
    monkeypatch.setattr(worker, "BEAT_SECONDS", 0.01)
    beats = []
    monkeypatch.setattr(worker, "still_working", lambda **on: beats.append(on) or len(beats) < 3)
    plan = make_plan(applicant)

    with heart(plan):
        while len(beats) < 3:
            pass
    assert [one["plan"].pk for one in beats] == [plan.pk] * 3


def test_progress_is_told_now_and_then_and_every_stage(monkeypatch):
    clock, told = iter([0.0, 0.1, 0.2, 0.3, 5.0]), []
    monkeypatch.setattr(worker, "monotonic", lambda: next(clock))
    hear = worker._now_and_then(told.append)
    for words in ("a", "b"):
        hear({"sentence": words, "stage": "x"})
    hear({"sentence": "c", "stage": "y"})
    hear({"sentence": "d", "stage": "y"})
    hear({"sentence": "e", "stage": "y"})

    assert [one["sentence"] for one in told] == ["a", "c", "e"]
