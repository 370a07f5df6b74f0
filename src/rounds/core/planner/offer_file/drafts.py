"""Terms as first read, and what must agree between them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields

from rounds.core.planner.offers import Site, Term
from rounds.core.values import Cents, DateSpan, money
from rounds.core.vocabulary import Kind, Role

MAX_WEEKS = 52
MAX_SEATS = 500
MAX_TURNAROUND_DAYS = 365


@dataclass(frozen=True, slots=True)
class Draft:
    """A term, the words for its place in the file, and how to note a problem by column."""

    term: Term
    place: str
    problem: Callable[[str, str], None]


def term_problems(kind: Kind, role: Role, span: DateSpan, weeks: int) -> Iterable[tuple[str, str]]:
    """Column and sentence for what cannot be true of one term by itself."""
    touched = len(span.calendar_weeks)
    if weeks > touched:
        fits = f"between {span.first} and {span.last}, which touch {touched} calendar weeks"
        yield "weeks", f"{weeks} certified weeks do not fit {fits}."
    if kind is Kind.OBSERVERSHIP and role is Role.HANDS_ON:
        yield "role", "an observership is never hands-on; correct the kind or the role."


def note_disagreements(drafts: Iterable[Draft]) -> None:
    """Note codes used twice, sites described in two ways and costs stated at two amounts."""
    terms: dict[str, Draft] = {}
    sites: dict[str, Draft] = {}
    towns: dict[str, Draft] = {}
    once: dict[str, tuple[Draft, Cents | None]] = {}
    for draft in drafts:
        _note_code(draft, terms)
        _note_site(draft, sites)
        _note_travel(draft, towns)
        _note_once(draft, once)


def _note_code(draft: Draft, seen: dict[str, Draft]) -> None:
    first = seen.setdefault(draft.term.code, draft)
    if first is not draft:
        draft.problem("code", f"the code {draft.term.code} is used before, in {first.place}.")


def _note_site(draft: Draft, seen: dict[str, Draft]) -> None:
    first = seen.setdefault(draft.term.site.id, draft)
    one, two = first.term.site, draft.term.site
    if one is not two and one != two:
        names = [f.name for f in fields(Site) if getattr(one, f.name) != getattr(two, f.name)]
        differing = ", ".join(name.replace("_", " ") for name in names)
        draft.problem(
            "site_id",
            f"the site {two.id} is described in another way in {first.place} ({differing}).",
        )


def _note_travel(draft: Draft, seen: dict[str, Draft]) -> None:
    first = seen.setdefault(draft.term.site.town, draft)
    one, two = first.term.site, draft.term.site
    if one.id != two.id and one.travel_cents != two.travel_cents:
        draft.problem(
            "travel",
            f"travel to {two.town} costs {_words(two.travel_cents)} here and "
            f"{_words(one.travel_cents)} in {first.place}; a town has one amount.",
        )


def _note_once(draft: Draft, seen: dict[str, tuple[Draft, Cents | None]]) -> None:
    for line in draft.term.price:
        if not line.once:
            continue
        first, cents = seen.setdefault(line.once, (draft, line.cents))
        if cents != line.cents:
            draft.problem(
                "price",
                f"the cost [{line.once}] is {_words(line.cents)} here and {_words(cents)} "
                f"in {first.place}; a cost paid once has one amount.",
            )


def _words(cents: Cents | None) -> str:
    return "unknown" if cents is None else money(cents)
