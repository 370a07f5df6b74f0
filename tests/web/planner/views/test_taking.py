import pytest

from tests.web.conftest import client_of
from tests.web.planner.makers import make_answered, make_plan, make_world

pytestmark = pytest.mark.django_db


def test_a_plan_is_taken_along_as_calendar_and_as_data(applicant, other_applicant):
    make_world(applicant)
    plan, ana = make_answered(applicant), client_of(applicant)
    calendar = ana.get(f"{plan.address}calendar.ics")
    data = ana.get(f"{plan.address}plan.json")

    assert calendar["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"rounds-plan-{plan.pk}.ics" in calendar["Content-Disposition"]
    assert calendar.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.json()["format"] == "rounds.plan/1"
    assert [one["code"] for one in data.json()["figures"]] == ["LAMP1", "LAMP2"]
    stranger = client_of(other_applicant)
    for name in ("calendar.ics", "plan.json"):
        assert stranger.get(f"{plan.address}{name}").status_code == 404


def test_a_plan_without_an_answer_has_nothing_to_take(applicant):
    plan, ana = make_plan(applicant), client_of(applicant)

    for name in ("calendar.ics", "plan.json"):
        assert ana.get(f"{plan.address}{name}").status_code == 404
