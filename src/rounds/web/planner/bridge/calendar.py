"""The dated steps of a plan as iCalendar (RFC 5545)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any  # a kept page is JSON

from icalendar import Calendar, Event

from rounds.web.planner.models import Plan

PRODUCT = "-//Rounds//Plan//EN"


def calendar_of(plan: Plan, *, host: str, at: datetime) -> bytes:
    """One whole-day event a step; a rotation is one event over all its days."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Rounds: {plan}")
    steps = plan.page["steps"]
    for position, step in enumerate(steps):
        if step["step"] != "ends":
            calendar.add_component(_event(step, steps, f"{plan.pk}-{position}@{host}", at))
    return bytes(calendar.to_ical())


def _event(
    step: Mapping[str, Any], steps: list[Mapping[str, Any]], uid: str, at: datetime
) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", at)
    first, last = date.fromisoformat(step["on"]), date.fromisoformat(step["on"])
    words = step["words"]
    if step["step"] == "begins":
        ends = [o["on"] for o in steps if o["step"] == "ends" and o["number"] == step["number"]]
        last, words = date.fromisoformat(ends[0]), words.removesuffix(" begins")
        words = f"Planned, not booked: {words}"
    event.add("summary", words)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # the end is not part of the event
    event.add("transp", "TRANSPARENT")
    return event
