from datetime import UTC, datetime, timedelta

import pytest

from rounds.web.catalog.models import PriceLine, ShelfMark, Term
from rounds.web.history.models import Entry
from rounds.web.outbox.models import Job
from rounds.web.planner.actions.following import OFFER, RULES, follow_plans, lost
from rounds.web.planner.models import Plan, PlanTerm
from rounds.web.planner.worker import solve_waiting
from rounds.web.programs.models import RuleMark
from tests.web.planner.makers import NOW, make_answered, make_programs, make_world

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def dates(applicant):
    return make_world(applicant)


@pytest.fixture
def saved(applicant, dates):
    plan = make_answered(applicant)
    Plan.objects.update(name="Summer")
    return plan


def state():
    plan = Plan.objects.get()
    return plan.state, plan.because


def test_a_plan_that_nothing_happened_to_is_left_alone(saved, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert follow_plans(at=LATER) == 0

    assert state() == ("done", [])


def test_a_date_that_fills_makes_the_plan_anew_and_the_person_is_told(saved, dates):
    Term.objects.filter(pk=dates[0].pk).update(taken=2)
    assert follow_plans(at=LATER) == 1
    title = dates[0].rotation.title
    assert state() == ("waiting", [f"A date is full now: {title}, from Jan 4, 2027."])
    assert follow_plans(at=LATER) == 0

    solve_waiting()
    plan = Plan.objects.get()
    assert plan.headline == "With this one rotation, $1,800 in all, 1 more door stands open."
    assert f"No longer in the plan: {title}, {dates[0].rotation.site.name}" in plan.changes[0]
    assert Job.objects.filter(task="outbox.send_mail").count() == 1
    assert Entry.objects.filter(object=plan.ref, verb="asked_again").get().actor == "system"


def test_a_date_that_is_withdrawn_is_noticed_too(saved, dates):
    Term.objects.filter(pk=dates[1].pk).update(state="withdrawn")
    follow_plans(at=LATER)

    assert state()[1] == [
        f"A date is no longer offered: {dates[1].rotation.title}, from Mar 1, 2027."
    ]
    assert lost(PlanTerm(code="X")) == "A date is no longer offered"


def test_a_changed_rule_makes_the_plan_anew_and_nothing_is_said_when_it_stays_as_it_was(saved):
    RuleMark.objects.update(number=5)
    assert follow_plans(at=LATER) == 1
    assert state() == ("waiting", [RULES])
    solve_waiting()

    plan = Plan.objects.get()
    assert (plan.state, plan.changes, plan.rules_mark) == ("done", [], 5)
    assert not Job.objects.filter(task="outbox.send_mail").exists()


def test_a_rule_that_closes_a_door_is_told(saved):
    make_programs(4, 52)  # the second program asks for more now
    follow_plans(at=LATER)
    solve_waiting()

    plan = Plan.objects.get()
    assert plan.headline == "With this one rotation, $1,800 in all, 1 more door stands open."
    assert "1 door no longer opens with it: Lantern 2 (fictional)." in plan.changes


def test_a_changed_price_makes_the_plan_anew_and_another_change_does_not(saved, dates):
    ShelfMark.objects.create(number=8)
    assert follow_plans(at=LATER) == 0
    assert Plan.objects.get().shelf_mark == 8

    PriceLine.objects.filter(rotation=dates[0].rotation, label="tuition").update(cents=90_000)
    ShelfMark.objects.update(number=9)
    assert follow_plans(at=LATER) == 1
    assert state() == ("waiting", [OFFER])


def test_plans_without_a_name_and_of_seasons_that_have_opened_are_not_followed(saved, dates):
    Term.objects.filter(pk=dates[0].pk).update(taken=2)
    Plan.objects.update(name="")
    assert follow_plans(at=LATER) == 0

    Plan.objects.update(name="Summer")
    assert follow_plans(at=datetime(2027, 9, 1, tzinfo=UTC)) == 0
