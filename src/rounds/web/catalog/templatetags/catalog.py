"""How the catalog says what a rotation offers, the same on every page."""

from django import template

from rounds.core.vocabulary import LetterPolicy
from rounds.web.catalog.models import Rotation, Term
from rounds.web.kit.places import languages, name_of

register = template.Library()
NOT_STATED = "not stated"
LETTERS = {
    LetterPolicy.WRITES: "Will write a letter",
    LetterPolicy.CONDITIONAL: "Writes on a condition",
    LetterPolicy.DOES_NOT_WRITE: "Does not write letters",
    LetterPolicy.UNKNOWN: NOT_STATED,
}


@register.filter
def letter_words(rotation: Rotation) -> str:
    return LETTERS[LetterPolicy(rotation.letter_policy)]


@register.filter
def policy_words(policy: str) -> str:
    """A letter policy by its code."""
    return LETTERS[LetterPolicy(policy)]


@register.filter
def hours_words(rotation: Rotation) -> str:
    """``30 inpatient, 10 office``; the largest share first."""
    rows = sorted(rotation.hours.all(), key=lambda row: -row.hours)
    said = [f"{row.hours} {row.setting.replace('_', ' ')}" for row in rows]
    return ", ".join(said) or NOT_STATED


@register.filter
def languages_words(rotation: Rotation) -> str:
    return ", ".join(name_of(code, languages()) for code in rotation.languages) or NOT_STATED


@register.filter
def next_price(rotation: Rotation) -> int | None:
    """What the next open term costs in all; of a rotation without one, what a week's lines say."""
    terms: list[Term] = getattr(rotation, "open_terms", [])
    weeks = terms[0].weeks if terms else 1
    lines = [line for line in rotation.price_lines.all() if not line.is_optional]
    amounts = [line.cents_for(weeks=weeks) for line in lines]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if lines and len(known) == len(lines) else None
