from datetime import timedelta

import pytest

from rounds.web.planner.actions.solving import (
    TOO_OFTEN,
    fail_plan,
    finish_plan,
    keep_early,
    let_go,
    refuse_plan,
    still_working,
    take_plan,
    tell_progress,
)
from rounds.web.planner.bridge.solving import Told
from rounds.web.planner.models import Plan, PlanTerm
from rounds.web.planner.queries.marks import Marks
from rounds.web.planner.queries.plans import MOST_RUNS, SILENT
from tests.web.catalog.makers import make_term
from tests.web.planner.makers import NOW, make_plan

pytestmark = pytest.mark.django_db
LATER = NOW + SILENT + timedelta(seconds=1)


def told(*codes, headline="Two doors"):
    page = {"headline": headline, "rotations": []}
    return Told(page, {"format": "rounds.plan/1"}, codes, is_proven=True, is_whole=True)


def fresh(plan):
    return Plan.objects.get(pk=plan.pk)


def test_the_oldest_plan_is_taken_once(applicant):
    second = make_plan(applicant, at=NOW + timedelta(minutes=1))
    first = make_plan(applicant)

    taken = [take_plan(now=NOW), take_plan(now=NOW), take_plan(now=NOW)]
    assert [plan and plan.pk for plan in taken] == [first.pk, second.pk, None]
    assert (taken[0].state, taken[0].run, taken[0].heard_at) == ("solving", 1, NOW)


def test_a_plan_whose_solver_died_is_taken_over_and_the_dead_one_has_no_say(applicant):
    make_plan(applicant)
    dead = take_plan(now=NOW)
    assert take_plan(now=NOW + SILENT) is None
    alive = take_plan(now=LATER)

    assert (alive.pk, alive.run) == (dead.pk, 2)
    assert not still_working(plan=dead, now=LATER)
    tell_progress(plan=dead, progress={"sentence": "late"}, now=LATER)
    keep_early(plan=dead, told=told(), now=LATER)
    refuse_plan(plan=dead, problems=["x"], now=LATER)
    fail_plan(plan=dead, now=LATER)
    let_go(plan=dead)
    assert not finish_plan(plan=dead, told=told(), marks=Marks(1, 2), now=LATER)
    kept = fresh(alive)
    assert (kept.state, kept.run, kept.page, kept.progress) == ("solving", 2, {}, {"began": True})
    assert still_working(plan=alive, now=LATER)


def test_a_solver_that_must_end_lets_its_plan_go_at_once(applicant):
    make_plan(applicant)
    let_go(plan=take_plan(now=NOW))

    assert take_plan(now=NOW).run == 2


def test_a_plan_that_kills_every_solver_is_given_up(applicant):
    plan = make_plan(applicant)
    now = NOW
    for _ in range(MOST_RUNS):
        assert take_plan(now=now).pk == plan.pk
        now += SILENT + timedelta(seconds=1)

    assert take_plan(now=now) is None
    assert (fresh(plan).state, fresh(plan).problems) == ("failed", [TOO_OFTEN])


def test_the_first_answer_is_shown_early_and_the_whole_one_kept_with_its_marks(applicant):
    term = make_term()
    make_plan(applicant)
    plan = take_plan(now=NOW)
    keep_early(plan=plan, told=told(term.code, headline="Early"), now=NOW)
    assert (fresh(plan).state, fresh(plan).headline) == ("solving", "Early")

    keep_early(plan=plan, told=told(headline="Never"), now=NOW)
    assert fresh(plan).headline == "Early"
    assert finish_plan(plan=plan, told=told(term.code, "GONE"), marks=Marks(3, 4), now=LATER)
    kept = fresh(plan)
    assert (kept.state, kept.headline, kept.is_proven, kept.ended_at) == (
        "done", "Two doors", True, LATER,
    )  # fmt: skip
    assert (kept.rules_mark, kept.shelf_mark, kept.document) == (3, 4, {"format": "rounds.plan/1"})
    chosen = PlanTerm.objects.filter(plan=plan)
    assert [(one.position, one.code, one.term_id) for one in chosen] == [
        (1, term.code, term.pk), (2, "GONE", None),
    ]  # fmt: skip


def test_refused_and_failed_plans_say_what_is_wrong(applicant):
    make_plan(applicant)
    make_plan(applicant)
    one, two = take_plan(now=NOW), take_plan(now=NOW)
    refuse_plan(plan=one, problems=["a", "b"], now=NOW)
    fail_plan(plan=two, now=NOW)

    assert (fresh(one).state, fresh(one).problems) == ("refused", ["a", "b"])
    assert (fresh(two).state, fresh(two).problems) == ("failed", [TOO_OFTEN])
