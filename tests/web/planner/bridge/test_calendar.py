from datetime import date

import pytest
from icalendar import Calendar

from rounds.web.planner.bridge.calendar import calendar_of
from tests.web.planner.makers import NOW, make_answered, make_world

pytestmark = pytest.mark.django_db


def test_the_dates_of_a_plan_become_whole_days_of_a_calendar(applicant):
    first, _ = make_world(applicant)
    plan = make_answered(applicant)
    text = calendar_of(plan, host="rounds.example", at=NOW)

    calendar = Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert (calendar["version"], str(calendar["prodid"])) == ("2.0", "-//Rounds//Plan//EN")
    assert len({event["uid"] for event in events}) == len(events) == 7
    rotation = events[0]
    assert str(rotation["summary"]) == (
        f"Planned, not booked: {first.rotation.title}, {first.rotation.site.name}"
    )
    assert (rotation["dtstart"].dt, rotation["dtend"].dt) == (date(2027, 1, 4), date(2027, 1, 30))
    assert "Applications open (projected); letters due" in [str(e["summary"]) for e in events]
    assert text == calendar_of(plan, host="rounds.example", at=NOW)
