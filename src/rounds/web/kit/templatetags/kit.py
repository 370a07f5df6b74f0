"""What templates say the same way everywhere: money, days, spans, words, errors, pages."""

from datetime import date

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.template.context import Context

from rounds.core import values

register = template.Library()
NOT_STATED = "not stated"
PERMISSION_WORDS = {
    "allowed": ("good", "Allowed"),
    "allowed_by_agency_decision": ("good", "Allowed by the agency’s decision"),
    "unknown": ("caution", "Not known"),
    "not_allowed": ("bad", "Not allowed"),
}
DOOR_WORDS = {
    "open": ("good", "Open"),
    "closed": ("bad", "Closed"),
    "undecided": ("caution", "Undecided"),
}
STATE_WORDS = {
    "draft": ("caution", "Draft"),
    "published": ("good", "Published"),
    "superseded": ("quiet", "Superseded"),
    "withdrawn": ("bad", "Withdrawn"),
}
WORDS = {"permission": PERMISSION_WORDS, "door": DOOR_WORDS, "state": STATE_WORDS}


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


@register.inclusion_tag("kit/bits/badge.html")
def badge(kind: str, code: str) -> dict[str, str]:
    """A state with its words: ``{% badge "permission" ruling.permission %}``."""
    tone, said = WORDS[kind][str(code)]
    return {"tone": tone, "said": said}


@register.inclusion_tag("kit/bits/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, object]:
    """Everything that is wrong, at the top, each a link to its field."""
    found = [
        {"anchor": form[name].id_for_label if name in form.fields else "", "text": text}
        for form in forms
        if form.is_bound
        for name, texts in form.errors.items()
        for text in texts
    ]
    return {"errors": found}


@register.inclusion_tag("kit/bits/pager.html", takes_context=True)
def pager(context: Context, page: Page[object]) -> dict[str, object]:
    """Links to the page before and after, with everything else of the address kept."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {"page": page, "query": f"{query.urlencode()}&" if query else ""}
