import pytest
from django.db.models import F

from rounds.web.planner.models import Plan, PlanState, PlanTerm
from tests.web.catalog.makers import is_refused
from tests.web.planner.makers import NOW, make_plan

pytestmark = pytest.mark.django_db


def test_a_plan_is_named_saved_and_open_or_not(applicant):
    plan = make_plan(applicant)

    assert (str(plan), plan.is_saved, plan.is_open) == (f"plan {plan.pk}", False, True)
    assert (plan.ref, plan.address) == (f"plan:{plan.pk}", f"/plans/{plan.pk}/")
    plan.name, plan.state = "Summer", PlanState.DONE
    assert (str(plan), plan.is_saved, plan.is_open) == ("Summer", True, False)


def test_the_database_keeps_states_and_their_ends_together(applicant):
    plan = Plan.objects.filter(pk=make_plan(applicant).pk)

    assert is_refused(lambda: plan.update(state="lost", ended_at=NOW))
    assert is_refused(lambda: plan.update(state="done"))
    assert is_refused(lambda: plan.update(ended_at=F("asked_at")))
    assert plan.update(state="done", ended_at=NOW) == 1


def test_a_date_is_chosen_once_and_its_end_leaves_its_code(applicant):
    plan = make_plan(applicant)
    chosen = PlanTerm.objects.create(plan=plan, position=1, code="LAMP1")

    assert str(chosen) == "LAMP1"
    again = PlanTerm(plan=plan, position=2, code="LAMP1")
    assert is_refused(again.save)
