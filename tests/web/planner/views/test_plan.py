from datetime import UTC, datetime, timedelta

import pytest

from rounds.web.catalog.models import Term
from rounds.web.planner.models import Plan
from rounds.web.planner.queries.plans import SILENT
from tests.web.conftest import client_of
from tests.web.planner.makers import NOW, make_answered, make_plan, make_world

pytestmark = pytest.mark.django_db


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def ana(applicant):
    return client_of(applicant)


def test_a_plan_that_waits_looks_again_by_itself_until_told_not_to(ana, applicant):
    make_plan(applicant, at=NOW - timedelta(minutes=1))
    plan = make_plan(applicant)
    response = ana.get(plan.address)

    assert response["Refresh"] == "3"
    assert "Looking for your plan" in text(response)
    assert "1 other plan first." in text(response)
    still = ana.get(f"{plan.address}?still")
    assert "Refresh" not in still
    assert "Look again" in text(still)


def test_the_first_plan_is_shown_while_it_is_improved(ana, applicant):
    plan = make_plan(applicant)
    found = {
        "sentence": "First plan: 1 rotation", "stage": "Looking",
        "rotations": [{"name": "Night month", "dates": "Jan 4", "place": "Here"}],
    }  # fmt: skip
    Plan.objects.update(state="solving", run=1, heard_at=NOW, progress=found)
    page = text(ana.get(plan.address))

    assert "A first plan is there; improving it" in page
    assert "First plan: 1 rotation" in page
    assert "Night month" in page


def test_a_silent_solver_is_not_hidden(ana, applicant):
    plan = make_plan(applicant)
    Plan.objects.update(state="solving", run=1, heard_at=NOW - SILENT - timedelta(seconds=1))
    assert "The computer that worked on this has stopped." in text(ana.get(plan.address))

    Plan.objects.update(state="waiting", heard_at=None)
    assert "the next one takes it over" in text(ana.get(plan.address))


def test_the_answer_says_everything_a_person_asks(ana, applicant):
    make_world(applicant)
    plan = make_answered(applicant, budget=350_000)
    response = ana.get(plan.address)
    page = text(response)

    assert "Refresh" not in response
    assert page.count("<h1") == 1
    for words in (
        "With these two rotations, $3,400 in all, 2 more doors stand open.",
        "Proven best in this catalog.", "Within a budget of $3,500", "Lantern 1 (fictional)",
        "Applications open (projected); letters due", "≈ housing for 4 weeks in Gable Falls, NY",
        "May you do these?", "Doors against dollars", "The same points as a table",
        "One more rotation", "without the budget", "What stays closed or undecided",
        "No better plan exists in the catalog of Nov 27, 2026", "SHA-256",
    ):  # fmt: skip
        assert words in page, words
    assert 'href="/programs/lantern-1/"' in page


def test_a_date_that_fills_or_goes_is_said_on_the_page(ana, applicant):
    one, two = make_world(applicant)
    plan = make_answered(applicant)
    assert f'href="{one.rotation.address}"' in text(ana.get(plan.address))

    Term.objects.filter(pk=one.pk).update(taken=2)
    Term.objects.filter(pk=two.pk).update(state="withdrawn")
    page = text(ana.get(plan.address))
    assert "A date is full now." in page
    assert "A date is no longer offered." in page
    assert f'href="{one.rotation.address}"' not in page


def test_a_plan_that_is_not_possible_says_why_and_what_to_do(ana, applicant):
    make_world(applicant)
    plan = make_answered(applicant, pinned=("LAMP1",), budget=5)
    page = text(ana.get(plan.address))

    assert "This plan is not possible" in page
    assert "more than $0.05." in page
    assert f'href="/plans/new/?like={plan.pk}"' in page


def test_saving_asking_again_and_deleting_are_the_owners(ana, applicant, other_applicant):
    make_world(applicant)
    plan = make_answered(applicant)
    stranger = client_of(other_applicant)
    for verb in ("save", "again", "delete"):
        assert stranger.post(f"{plan.address}{verb}/", {"name": "x"}).status_code == 404
    assert stranger.get(plan.address).status_code == 404

    assert ana.post(f"{plan.address}save/", {"name": "Spring"}).url == plan.address
    assert Plan.objects.get().name == "Spring"
    assert ana.post(f"{plan.address}again/").url == plan.address
    assert Plan.objects.get().state == "waiting"
    assert ana.post(f"{plan.address}again/").status_code == 409
    assert ana.post(f"{plan.address}delete/").url == "/plans/"
    assert not Plan.objects.exists()


@pytest.mark.parametrize("terms", [1, 3])
def test_the_page_asks_the_database_as_often_however_much_is_planned(
    ana, applicant, terms, django_assert_num_queries
):
    make_world(applicant, terms=terms, weeks=(4, 8, 12))
    plan = make_answered(applicant)
    assert len(plan.page["rotations"]) == terms

    with django_assert_num_queries(6):
        ana.get(plan.address)


def test_a_date_is_kept_or_left_out_for_another_plan(ana, applicant, other_applicant):
    make_world(applicant)
    plan = make_answered(applicant, budget=1_900_00)
    adjust = f"{plan.address}adjust/"
    stranger = client_of(other_applicant)
    assert stranger.post(adjust, {"code": "LAMP1", "what": "keep"}).status_code == 404
    for wrong in ({"code": "LAMP2", "what": "keep"}, {"code": "LAMP1", "what": "eat"}, {}):
        assert ana.post(adjust, wrong).status_code == 404

    response = ana.post(adjust, {"code": "LAMP1", "what": "leave_out"})
    other = Plan.objects.exclude(pk=plan.pk).get()
    assert response.url == other.address
    assert (other.wishes["excluded"], other.wishes["budget"]) == (["LAMP1"], 190_000)
    page = text(ana.get(f"/plans/new/?like={other.pk}"))
    assert "These dates are left out" in page
    assert 'name="excluded" id="id_excluded_0" value="LAMP1" checked' in page


def test_what_changed_is_shown_until_it_is_seen(ana, applicant):
    make_world(applicant)
    plan = make_answered(applicant)
    Plan.objects.update(changes=["It costs $2, not $1."], changed_at=NOW, name="Summer")
    assert "What changed on Nov 27, 2026" in text(ana.get(plan.address))
    assert "Changed" in text(ana.get("/plans/"))

    assert ana.post(f"{plan.address}seen/").url == plan.address
    assert "What changed" not in text(ana.get(plan.address))


def test_a_plan_of_a_season_that_has_opened_says_so(ana, applicant, time_machine):
    make_world(applicant)
    plan = make_answered(applicant)
    time_machine.move_to(datetime(2027, 9, 1, 9, tzinfo=UTC))

    page = text(client_of(applicant).get(plan.address))
    assert "This plan is of season 2028, whose applications have opened." in page


def test_facts_told_since_are_pointed_out(ana, applicant, time_machine):
    make_world(applicant)
    plan = make_answered(applicant)
    words = "You have changed facts about yourself since this plan was asked for."
    assert words not in text(ana.get(plan.address))

    time_machine.shift(timedelta(minutes=1))
    ana.post("/me/facts/school/", {"school_name": "ABC", "school_country": "IN"})
    assert words in text(ana.get(plan.address))
