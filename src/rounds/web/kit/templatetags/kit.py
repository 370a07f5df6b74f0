"""What templates say the same way everywhere: money, days, spans, words, errors, pages."""

from calendar import Calendar, day_name
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BaseFormSet
from django.template.context import Context

from rounds.core import values

register = template.Library()
NOT_STATED = "not stated"
FIRST_DAY_OF_WEEK = 6  # Sunday, as US calendars are printed


class State(NamedTuple):
    """How a state is told: its tone, its words and its shape."""

    tone: str
    said: str
    shape: str


PERMISSION_WORDS = {
    "allowed": State("good", "Allowed", "yes"),
    "allowed_by_agency_decision": State("good", "Allowed by the agency’s decision", "seal"),
    "unknown": State("caution", "Not known", "unknown"),
    "not_allowed": State("bad", "Not allowed", "no"),
}
DOOR_WORDS = {
    "open": State("good", "Open", "door_open"),
    "closed": State("bad", "Closed", "door_closed"),
    "undecided": State("caution", "Undecided", "door_undecided"),
}
STATE_WORDS = {
    "draft": State("caution", "Draft", "draft"),
    "published": State("good", "Published", "yes"),
    "superseded": State("quiet", "Superseded", "superseded"),
    "withdrawn": State("bad", "Withdrawn", "withdrawn"),
}
WORDS = {"permission": PERMISSION_WORDS, "door": DOOR_WORDS, "state": STATE_WORDS}


# ── words ────────────────────────────────────────────────────────────────────────────────────


@register.filter
def money(cents: int | None) -> str:
    """``$1,234.50``; no amount is said, never shown as nothing."""
    return NOT_STATED if cents is None else values.money(cents)


@register.filter
def day(value: date | None) -> str:
    return NOT_STATED if value is None else values.day(value)


@register.simple_tag
def span(first: date, last: date) -> str:
    """``Jan 4 – 29, 2027``; what the two ends share is said once."""
    if first == last:
        return values.day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b} {first.day} – {last.day}, {last.year}"
    if first.year == last.year:
        return f"{first:%b} {first.day} – {last:%b} {last.day}, {last.year}"
    return f"{values.day(first)} – {values.day(last)}"


@register.filter
def words(code: str) -> str:
    """A word of the core as people read it: ``hospital_outpatient`` → ``hospital outpatient``."""
    return str(code).replace("_", " ")


@register.filter
def yes_no(value: bool | None) -> str:  # noqa: FBT001 -- a filter is called with its value alone
    return NOT_STATED if value is None else ("yes" if value else "no")


# ── states ───────────────────────────────────────────────────────────────────────────────────


def _drawn(kind: str, code: str) -> dict[str, str]:
    tone, said, shape = WORDS[kind][str(code)]
    return {"tone": tone, "said": said, "icon": f"kit/icons/{shape}.html"}


@register.inclusion_tag("kit/bits/badge.html")
def badge(kind: str, code: str) -> dict[str, str]:
    """A state in words and a shape: ``{% badge "permission" ruling.permission %}``."""
    return _drawn(kind, code)


@register.inclusion_tag("kit/bits/door.html")
def door(code: str) -> dict[str, str]:
    """A program's door where it is the point of the line: larger, without a ground."""
    return _drawn("door", code)


# ── what is wrong ────────────────────────────────────────────────────────────────────────────


@register.inclusion_tag("kit/bits/error_summary.html")
def error_summary(*forms: "BaseForm | BaseFormSet[BaseForm]") -> dict[str, object]:
    """Everything that is wrong in forms and formsets, at the top, each a link to its field."""
    return {"errors": [found for form in forms for found in _found(form)]}


def _found(form: "BaseForm | BaseFormSet[BaseForm]") -> Iterator[dict[str, str]]:
    if not form.is_bound:
        return
    if isinstance(form, BaseFormSet):
        yield from ({"anchor": "", "text": str(text)} for text in form.non_form_errors())
        for one in form.forms:
            yield from _found(one)
        return
    for name, texts in form.errors.items():
        anchor = _anchor(form, name)
        yield from ({"anchor": anchor, "text": str(text)} for text in texts)


def _anchor(form: BaseForm, name: str) -> str:
    """The id of the first control of a field; of radios and boxes that is the first of them."""
    if name not in form.fields:
        return ""
    return form[name].id_for_label or f"{form[name].auto_id}_0"


# ── ways around ──────────────────────────────────────────────────────────────────────────────


@register.inclusion_tag("kit/bits/pager.html", takes_context=True)
def pager(context: Context, page: Page[object]) -> dict[str, object]:
    """Links to the pages around this one, with everything else of the address kept."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "numbers": [number if isinstance(number, int) else None for number in shown],
        "query": f"{query.urlencode()}&" if query else "",
    }


@register.inclusion_tag("kit/bits/crumbs.html")
def crumbs(*told: str) -> dict[str, object]:
    """``{% crumbs "Rotations" address "Side by side" %}``: words and address; the last is here."""
    pairs = zip(told[::2], [*told[1::2], ""], strict=False)
    return {"crumbs": [{"words": said, "address": to} for said, to in pairs]}


@register.inclusion_tag("kit/bits/stepper.html")
def stepper(steps: Sequence[tuple[str, str]], here: int) -> dict[str, object]:
    """Where one is in a form of several pages: (words, address or "") a step, counted from 1."""
    drawn = [
        {"words": said, "address": to, "is_done": number < here, "is_here": number == here}
        for number, (said, to) in enumerate(steps, start=1)
    ]
    return {"steps": drawn, "here": here, "name": steps[here - 1][0]}


@register.inclusion_tag("kit/bits/month.html")
def month(first: date, marked: Iterable[tuple[date, str, str]]) -> dict[str, object]:
    """A month as a grid; ``marked`` are (day, words, address) of its days that hold something."""
    by_day = {one: (said, to) for one, said, to in marked}
    calendar = Calendar(FIRST_DAY_OF_WEEK)
    weekdays = [(day_name[number][:3], day_name[number]) for number in calendar.iterweekdays()]
    weeks = [
        [_cell(one, by_day) if one.month == first.month else None for one in week]
        for week in calendar.monthdatescalendar(first.year, first.month)
    ]
    return {"first": first, "weekdays": weekdays, "weeks": weeks}


def _cell(one: date, by_day: dict[date, tuple[str, str]]) -> dict[str, object]:
    said, to = by_day.get(one, ("", ""))
    return {"day": one.day, "words": said, "address": to}
