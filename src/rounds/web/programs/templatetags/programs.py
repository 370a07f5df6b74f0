"""How pages say what a program asks and how a person stands to it."""

from django import template

from rounds.core.values import Source
from rounds.core.vocabulary import UnknownCause

register = template.Library()
VERDICTS = {
    "met": ("good", "Met"),
    "unmet": ("bad", "Not met"),
    "unknown": ("caution", "Not known yet"),
    "wish": ("quiet", "Not met, closes no door"),
}
CAUSES = {
    UnknownCause.NOT_TOLD: "you have not told a fact",
    UnknownCause.NOT_STATED: "the program does not state something",
    UnknownCause.NOT_TESTABLE: "a person must read something",
    UnknownCause.PENDING: "a date is still to come",
    UnknownCause.STALE: "its rules are of an older season",
}
STAGES = {
    "interview": "to be interviewed",
    "rank": "to be ranked",
    "start": "to start training",
}
FRESHNESS = {
    "current": ("good", "Rules current"),
    "older": ("caution", "Rules of an older season"),
    "none": ("caution", "No rules read yet"),
}


@register.inclusion_tag("kit/bits/badge.html")
def verdict(code: str) -> dict[str, str]:
    tone, said = VERDICTS[code]
    return {"tone": tone, "said": said}


@register.inclusion_tag("kit/bits/badge.html")
def fresh(code: str) -> dict[str, str]:
    tone, said = FRESHNESS[code]
    return {"tone": tone, "said": said}


@register.filter
def cause_words(causes: str) -> str:
    """``not_told,stale`` in words."""
    found = [CAUSES[UnknownCause(one)] for one in causes.split(",") if one]
    return "; ".join(found)


@register.filter
def stage_words(stages: str) -> str:
    """``rank,start`` in words."""
    return ", ".join(STAGES[one] for one in stages.split(",") if one)


@register.filter
def source_words(source: Source) -> str:
    """How and when a page was read, and of which cycle it speaks."""
    as_of = f"for {source.as_of}" if source.as_of else "year not stated"
    return f"{source.via}, read {source.read_on}, {as_of}"
