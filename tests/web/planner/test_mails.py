import pytest

from rounds.web.planner.mails import plan_changed, plan_impossible
from rounds.web.planner.models import Plan

PLAN = Plan(pk=3, name="Summer")


def test_a_changed_plan_says_why_what_and_where():
    mail = plan_changed(PLAN, because=["A date is full."], changes=["It costs $2.", "B"])

    assert mail.subject == "Your plan has changed: Summer"
    assert "- A date is full.\n" in mail.text
    assert "- It costs $2.\n- B\n" in mail.text
    assert "(/plans/3/)" in mail.text
    assert "Nothing was booked or canceled for you." in mail.text


@pytest.mark.parametrize("problem", ["x", "y"])
def test_an_impossible_plan_says_what_is_in_the_way(problem):
    mail = plan_impossible(PLAN, because=["A date is gone."], problems=[problem])

    assert mail.subject == "Your plan is no longer possible: Summer"
    assert f"- {problem}\n" in mail.text
