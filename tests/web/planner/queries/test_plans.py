from datetime import timedelta

import pytest

from rounds.web.planner.models import Plan, PlanTerm
from rounds.web.planner.queries.plans import (
    SILENT,
    chosen_dates,
    plan_shown,
    plans_ahead,
    plans_of,
    solvers_at_work,
    waiting_plans,
)
from tests.web.catalog.makers import make_term
from tests.web.planner.makers import NOW, make_plan

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_a_person_sees_their_own_plans_newest_first(
    applicant, other_applicant, count, django_assert_num_queries
):
    make_plan(other_applicant)
    mine = [make_plan(applicant, at=NOW + timedelta(hours=n)) for n in range(count)]

    with django_assert_num_queries(1):
        found = list(plans_of(user=applicant))
    assert [plan.pk for plan in found] == [plan.pk for plan in reversed(mine)]


def test_nobody_sees_the_plan_of_another(applicant, other_applicant):
    plan = make_plan(applicant)

    assert plan_shown(user=applicant, pk=plan.pk) == plan
    assert plan_shown(user=other_applicant, pk=plan.pk) is None


def test_waiting_is_what_nobody_has_begun_or_whose_solver_fell_silent(applicant):
    waiting, silent, alive = (make_plan(applicant, at=NOW + timedelta(minutes=n)) for n in range(3))
    Plan.objects.filter(pk=silent.pk).update(
        state="solving", heard_at=NOW - SILENT - timedelta(seconds=1)
    )
    Plan.objects.filter(pk=alive.pk).update(state="solving", heard_at=NOW - SILENT)

    assert [plan.pk for plan in waiting_plans(now=NOW)] == [waiting.pk, silent.pk]
    assert solvers_at_work(now=NOW) == 1


def test_a_plan_knows_how_many_wait_before_it(applicant):
    first, second, third = (make_plan(applicant, at=NOW) for _ in range(3))
    Plan.objects.filter(pk=first.pk).update(state="solving", heard_at=NOW)

    assert (plans_ahead(plan=second), plans_ahead(plan=third)) == (0, 1)


def test_the_dates_of_a_plan_are_read_with_their_rotations(applicant, django_assert_num_queries):
    plan, term = make_plan(applicant), make_term()
    PlanTerm.objects.create(plan=plan, position=2, code="GONE")
    PlanTerm.objects.create(plan=plan, position=1, code=term.code, term=term)

    with django_assert_num_queries(1):
        found = [
            (one.code, one.term and one.term.rotation.title) for one in chosen_dates(plan=plan)
        ]
    assert found == [(term.code, term.rotation.title), ("GONE", None)]
