from datetime import timedelta

import pytest

from rounds.web.accounts.models import StatusPeriod
from rounds.web.planner.models import Plan
from rounds.web.programs.models import Program, Star
from tests.web.conftest import client_of
from tests.web.planner.makers import NOW, make_answered, make_plan, make_programs, make_world

pytestmark = pytest.mark.django_db
GOOD = {
    "season": "2028", "budget": "3,500", "earliest": "2027-01-04", "latest": "2027-08-31",
    "letters": "3", "travel_days": "1",
}  # fmt: skip


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def ana(applicant):
    return client_of(applicant)


def test_somebody_new_is_told_what_a_plan_is(ana):
    page = text(ana.get("/plans/"))

    assert "No plan yet" in page
    assert 'href="/plans/new/"' in page


def test_the_form_knows_what_is_known_and_says_what_is_missing(ana, applicant):
    page = text(ana.get("/plans/new/"))
    assert page.count("Not told.") == 2
    assert 'value="2026-11-27"' in page

    StatusPeriod.objects.create(user=applicant, status="b2")
    make_programs(4)
    Star.objects.create(user=applicant, program=Program.objects.get(), weight=3, made_at=NOW)
    page = text(ana.get("/plans/new/"))
    assert "B-2, always so far, no end told" in page
    assert "1 with more weight, 0 left out." in page


def test_contradicting_facts_are_pointed_out_before_planning(ana, applicant):
    for status in ("us_citizen", "b2"):
        StatusPeriod.objects.create(user=applicant, status=status)

    assert "Some facts contradict each other." in text(ana.get("/plans/new/"))


def test_good_answers_make_a_plan_with_the_weights_of_the_person(ana, applicant):
    make_programs(4)
    Star.objects.create(user=applicant, program=Program.objects.get(), weight=3, made_at=NOW)
    response = ana.post("/plans/new/", GOOD)

    plan = Plan.objects.get()
    assert (response.status_code, response.url) == (302, plan.address)
    assert (plan.user, plan.wishes["budget"]) == (applicant, 350_000)
    assert plan.wishes["weights"] == [["lantern-1", 3]]


def test_wrong_answers_are_all_told_and_nothing_is_kept(ana):
    response = ana.post("/plans/new/", {**GOOD, "budget": "lots", "latest": ""})

    assert response.status_code == 400
    page = text(response)
    assert "Write dollars, such as 4,500 or 4,500.00." in page
    assert "Give the last day you could stay." in page
    assert not Plan.objects.exists()


def test_a_fourth_plan_at_once_is_refused_with_the_answers_kept(ana, applicant):
    for _ in range(3):
        make_plan(applicant)
    response = ana.post("/plans/new/", GOOD)

    assert response.status_code == 400
    assert "3 of your plans are being made right now" in text(response)
    assert 'value="3,500"' in text(response)


def test_an_own_plan_fills_the_form_and_a_strangers_does_not(ana, applicant, other_applicant):
    mine = make_plan(applicant, budget=123_00)
    other = make_plan(other_applicant, budget=456_00)

    assert 'value="123"' in text(ana.get(f"/plans/new/?like={mine.pk}"))
    for wrong in (other.pk, "x", 999999):
        assert "456" not in text(ana.get(f"/plans/new/?like={wrong}"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_however_many_plans(
    ana, applicant, count, django_assert_num_queries
):
    for n in range(count):
        make_plan(applicant, at=NOW + timedelta(minutes=n))

    with django_assert_num_queries(4):
        ana.get("/plans/")


def test_the_list_shows_what_came_of_each_plan(ana, applicant):
    make_world(applicant)
    make_answered(applicant)
    Plan.objects.update(name="Winter")
    make_answered(applicant, pinned=("LAMP1",), budget=1)
    make_plan(applicant)

    page = text(ana.get("/plans/"))
    assert page.index("Saved") < page.index("Winter") < page.index("Not saved")
    for words in ("Proven", "Not possible", "Being made"):
        assert words in page
