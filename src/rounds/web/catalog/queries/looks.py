"""How each open term stands before the public, now and when it was last looked at."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from rounds.web.catalog.models import News, Term, TermChange, TermLook
from rounds.web.catalog.queries.search.shelf import NO_PRICE, shelf


@dataclass(frozen=True, slots=True)
class Look:
    """What a person would mind: is there a seat, what it costs in all, is there a letter."""

    is_free: bool
    cents: int | None
    letter_policy: str


def looks_now(*, on: date) -> dict[int, Look]:
    """The open terms that begin after a day, as search shows them."""
    kept = shelf()
    full = frozenset(Term.objects.filter(taken__gte=F("seats")).values_list("id", flat=True))
    policies = kept.values["letter_policy"]
    rows = zip(
        kept.term.tolist(),
        kept.first.tolist(),
        kept.cents.tolist(),
        kept.codes["letter_policy"][kept.rotation].tolist(),
        strict=True,
    )
    return {
        term: Look(term not in full, None if cents == NO_PRICE else cents, policies[policy])
        for term, first, cents, policy in rows
        if first > on.toordinal()
    }


def looks_kept() -> dict[int, Look]:
    rows = TermLook.objects.values_list("term_id", "is_free", "cents", "letter_policy")
    return {term: Look(is_free, cents, policy) for term, is_free, cents, policy in rows}


def differences(before: dict[int, Look], now: dict[int, Look]) -> list[TermChange]:
    """What is new, free again, or has another price or letter policy; not yet kept."""
    found = []
    for term, look in now.items():
        was = before.get(term)
        if was == look:
            continue
        if was is None:
            found.append(TermChange(term_id=term, what=News.OPENED))
            continue
        if look.is_free and not was.is_free:
            found.append(TermChange(term_id=term, what=News.FREED))
        if look.cents != was.cents:
            found.append(_change(term, News.PRICE, _cents(was), _cents(look)))
        if look.letter_policy != was.letter_policy:
            found.append(_change(term, News.LETTER, was.letter_policy, look.letter_policy))
    return found


def _change(term: int, what: News, before: str, after: str) -> TermChange:
    return TermChange(term_id=term, what=what, before=before, after=after)


def _cents(look: Look) -> str:
    return "" if look.cents is None else str(look.cents)
