from datetime import timedelta

import pytest

from rounds.web.planner.models import Plan
from tests.web.conftest import client_of
from tests.web.planner.makers import NOW, make_answered, make_plan, make_world

pytestmark = pytest.mark.django_db


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def ana(applicant):
    return client_of(applicant)


def test_it_takes_two_plans(ana, applicant):
    make_plan(applicant)

    assert "It takes two plans with an answer." in text(ana.get("/plans/compare/"))


def test_two_plans_are_compared_and_the_choice_is_the_persons(
    ana, applicant, other_applicant, django_assert_num_queries
):
    make_world(applicant)
    dear = make_answered(applicant)
    cheap = make_answered(applicant, at=NOW + timedelta(hours=1), budget=1_900_00)
    Plan.objects.filter(pk=dear.pk).update(name="Both")
    page = text(ana.get("/plans/compare/"))
    assert page.index(f'href="{dear.address}"') < page.index(f'href="{cheap.address}"')
    assert "Only “Both” opens: 1" in page
    assert "Both open 1 of the same doors." in page

    with django_assert_num_queries(6):
        turned = text(ana.get(f"/plans/compare/?one={cheap.pk}&two={dear.pk}"))
    assert turned.index(f'href="{cheap.address}"') < turned.index(f'href="{dear.address}"')
    same = text(ana.get(f"/plans/compare/?one={dear.pk}&two={dear.pk}"))
    assert "These are the same plan" in same
    stranger = text(client_of(other_applicant).get(f"/plans/compare/?one={dear.pk}"))
    assert "It takes two plans" in stranger
