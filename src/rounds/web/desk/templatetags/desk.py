"""What the desk's pages say: where agreements and decisions stand, what a row holds."""

from datetime import date

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from rounds.core.values import day, money
from rounds.core.vocabulary import STATUS_NAMES, Status
from rounds.web.accounts.permissions import Capability, can
from rounds.web.catalog.models import (
    Affiliation,
    AgencyDecision,
    Agreement,
    Blackout,
    License,
    PriceLine,
    Publication,
)

register = template.Library()
AGREEMENT_WORDS = {
    Publication.DRAFT: ("caution", "Draft"),
    Publication.PUBLISHED: ("good", "In force"),
    Publication.WITHDRAWN: ("bad", "Withdrawn"),
}


WAYS = (
    ("Today", "desk:today", (), Capability.SEE_DESK),
    ("Sites", "desk:list", ("sites",), Capability.SEE_DESK),
    ("Preceptors", "desk:list", ("preceptors",), Capability.SEE_DESK),
    ("Rotations", "desk:list", ("rotations",), Capability.SEE_DESK),
    ("Agreements", "desk:list", ("agreements",), Capability.SEE_DESK),
    ("Programs", "desk:programs", (), Capability.SEE_DESK),
    ("Decisions on the law", "desk:decisions", (), Capability.SEE_DESK),
    ("Files", "desk:imports", (), Capability.SEE_DESK),
    ("Work", "desk:work", (), Capability.SEE_WORK),
    ("Staff", "desk:staff", (), Capability.KEEP_STAFF),
)


@register.inclusion_tag("desk/bits/nav.html", takes_context=True)
def desk_nav(context: Context) -> dict[str, object]:
    """The places of the desk that the person may see; where one is stands out."""
    request = context["request"]
    ways = [
        {"words": words, "address": reverse(name, args=args)}
        for words, name, args, needed in WAYS
        if can(request.user, needed)
    ]
    inside = [way["address"] for way in ways if request.path.startswith(way["address"])]
    return {"ways": ways, "here": max(inside, key=len, default="")}


def _badge(tone: str, words: str) -> SafeString:
    return format_html('<span class="badge badge-{}">{}</span>', tone, words)


@register.simple_tag
def agreement_state(agreement: Agreement) -> SafeString:
    return _badge(*AGREEMENT_WORDS[Publication(agreement.state)])


@register.simple_tag
def decision_state(decision: AgencyDecision, today: date) -> SafeString:
    """A withdrawn decision and one that is over decide nothing; both stay to be read."""
    if decision.withdrawn_at is not None:
        return _badge("bad", f"Withdrawn on {day(decision.withdrawn_at.date())}")
    if decision.until < today:
        return _badge("caution", f"Over since {day(decision.until)}")
    return _badge("good", f"Holds until {day(decision.until)}")


@register.simple_tag
def coded(codes: list[str], otherwise: str = "") -> str:
    """Words of the core as people read them; none of them means ``otherwise``."""
    return ", ".join(code.replace("_", "-") for code in codes) or otherwise


@register.simple_tag
def statuses(codes: list[str]) -> str:
    return ", ".join(STATUS_NAMES[Status(code)] for code in codes)


@register.filter
def kept_words(value: object) -> str:
    """A value as a file or the catalog holds it, short enough for a line."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return Truncator(str(value)).chars(160)


@register.simple_tag
def row_words(row: License | Affiliation | Blackout | PriceLine) -> str:
    """What a list tells of a row besides its name."""
    match row:
        case License():
            checked = f", checked on {day(row.checked_on)}" if row.checked_on else ""
            return f"until {day(row.expires_on)}{checked}"
        case Affiliation():
            return f"evidenced, read on {day(row.read_on)}" if row.read_on else "claimed"
        case PriceLine():
            return _price(row)
    return f"{day(row.first)} to {day(row.last)}{f': {row.reason}' if row.reason else ''}"


def _price(line: PriceLine) -> str:
    amount = "not stated" if line.cents is None else money(line.cents)
    traits = [
        (line.is_optional, "optional"),
        (line.is_estimate, "an estimate"),
        (bool(line.once_key), "once a person"),
    ]
    said = [f"{amount} {line.get_per_display()}", *(words for holds, words in traits if holds)]
    return ", ".join(said)
