from datetime import timedelta

import pytest

from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from rounds.web.outbox.models import Job
from rounds.web.planner.actions.asking import (
    KEPT_UNSAVED,
    MOST_SAVED,
    ask_again,
    delete_plan,
    name_plan,
)
from rounds.web.planner.models import Plan
from tests.web.planner.makers import NOW, make_plan

pytestmark = pytest.mark.django_db


def answer(plan, **over):
    Plan.objects.filter(pk=plan.pk).update(**{"state": "done", "ended_at": NOW, **over})
    plan.refresh_from_db()
    return plan


def test_asking_keeps_the_wishes_and_puts_work_in(applicant):
    plan = make_plan(applicant, budget=350_000, apply_to=("neurology",))

    assert (plan.user, plan.season_year, plan.state, plan.run) == (applicant, 2028, "waiting", 0)
    assert (plan.wishes["budget"], plan.wishes["apply_to"]) == (350_000, ["neurology"])
    job = Job.objects.get(task="planner.start_solver")
    assert job.run_at <= NOW
    (entry,) = Entry.objects.filter(object=plan.ref)
    assert (entry.actor, entry.verb, entry.payload) == (applicant.ref, "asked_for_plan", {})


def test_three_plans_may_be_made_at_once(applicant, other_applicant):
    for _ in range(3):
        make_plan(applicant)

    with pytest.raises(Refusal, match="being made right now"):
        make_plan(applicant)
    assert Plan.objects.filter(user=applicant).count() == 3
    assert make_plan(other_applicant).pk


def test_old_plans_without_a_name_make_room_and_named_ones_stay(applicant):
    named = answer(make_plan(applicant, at=NOW - timedelta(days=1)), name="Summer")
    for n in range(KEPT_UNSAVED + 2):
        answer(make_plan(applicant, at=NOW + timedelta(minutes=n)))

    assert Plan.objects.filter(user=applicant, name="").count() == KEPT_UNSAVED
    assert Plan.objects.filter(pk=named.pk).exists()


def test_asking_again_keeps_the_page_and_says_why(applicant):
    plan = answer(make_plan(applicant), page={"headline": "Old"}, run=2, problems=["x"])
    ask_again(plan=plan, by="system", because=["A date is full."], at=NOW + timedelta(hours=1))

    assert (plan.state, plan.run, plan.ended_at, plan.problems) == ("waiting", 0, None, [])
    assert (plan.page, plan.because) == ({"headline": "Old"}, ["A date is full."])
    assert Job.objects.filter(task="planner.start_solver").count() == 2
    with pytest.raises(Refusal, match="being made right now"):
        ask_again(plan=plan, by="system", because=[], at=NOW)


def test_a_name_is_needed_to_save_and_is_kept_on_one_line(applicant):
    plan = make_plan(applicant)
    with pytest.raises(Refusal, match="Give the plan a name"):
        name_plan(plan=plan, name=" \n ", at=NOW)
    name_plan(plan=plan, name=" Summer \n in Ohio", at=NOW)

    plan.refresh_from_db()
    assert (plan.name, plan.is_saved) == ("Summer in Ohio", True)


def test_only_so_many_plans_are_saved_and_a_saved_one_may_be_renamed(applicant):
    plans = [answer(make_plan(applicant)) for _ in range(MOST_SAVED // 2)]
    for plan in plans:
        name_plan(plan=plan, name="A", at=NOW)
    for _ in range(MOST_SAVED - len(plans)):
        name_plan(plan=answer(make_plan(applicant)), name="B", at=NOW)

    with pytest.raises(Refusal, match="delete one first"):
        name_plan(plan=make_plan(applicant), name="C", at=NOW)
    assert name_plan(plan=plans[0], name="D", at=NOW).name == "D"


def test_a_deleted_plan_is_gone_and_history_knows(applicant):
    plan = make_plan(applicant)
    ref = plan.ref
    delete_plan(plan=plan, at=NOW)

    assert not Plan.objects.exists()
    verbs = Entry.objects.filter(object=ref).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["asked_for_plan", "deleted_plan"]
