"""What the desk's pages say: where agreements and decisions stand, what a row holds."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from rounds.core.values import day, money
from rounds.core.vocabulary import STATUS_NAMES, Status
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
