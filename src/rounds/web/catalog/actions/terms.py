"""The verbs of terms: a series at once, or one term."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from rounds.core.values import DateSpan
from rounds.web.accounts.models import User
from rounds.web.catalog.actions.keeping import locked, note, tell_search, write
from rounds.web.catalog.actions.standing import missing_of, refuse_if_incomplete
from rounds.web.catalog.models import Publication, Rotation, Series, Term
from rounds.web.kit.refusal import Refusal

MOST_TERMS_A_SERIES = 60
MOST_TERMS_A_ROTATION = 400
WEEKEND_DAYS = 3  # a block ends on the Friday of its last week when it starts on a Monday
LATEST_YEARS_AHEAD = 5
STEM_LENGTH = 40
DAYS = ("first", "last", "weeks")


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """A first start day, then one every so many weeks; ``weeks`` is what the site certifies."""

    first_start: date
    weeks: int
    every_weeks: int
    count: int
    seats: int


def spans_of(plan: SeriesPlan) -> list[DateSpan]:
    """The days of each term: blocks of whole weeks that end before the weekend."""
    starts = (
        plan.first_start + timedelta(weeks=plan.every_weeks * number)
        for number in range(plan.count)
    )
    return [DateSpan(start, last_day(start, plan.weeks)) for start in starts]


def last_day(first: date, weeks: int) -> date:
    return first + timedelta(days=weeks * 7 - WEEKEND_DAYS)


def clashes(spans: Sequence[DateSpan], existing: Iterable[Term]) -> list[str]:
    """Every overlap as a sentence: within the series, and with terms that are there."""
    found = [
        f"{one} and {other} of this series overlap."
        for number, one in enumerate(spans)
        for other in spans[number + 1 :]
        if one.overlaps(other)
    ]
    for term in existing:
        span = DateSpan(term.first, term.last)
        found += [f"{one} overlaps {term.code} ({span})." for one in spans if one.overlaps(span)]
        if term.state == Publication.WITHDRAWN and span in spans:
            found[-1] = f"{term.code} has just these days and is withdrawn; publish it again."
    return found


@transaction.atomic
def create_series(
    *, rotation: Rotation, plan: SeriesPlan, by: User, at: datetime, on: date
) -> list[Term]:
    """Draft terms with readable codes; refuses with every overlap and every impossible number."""
    Rotation.objects.select_for_update().get(pk=rotation.pk)
    terms = series_drafts(rotation=rotation, plan=plan, on=on)
    series = Series.objects.create(
        rotation=rotation,
        first_start=plan.first_start,
        weeks=plan.weeks,
        every_weeks=plan.every_weeks,
        count=plan.count,
        seats=plan.seats,
    )
    for term in terms:
        term.series = series
    Term.objects.bulk_create(terms)
    codes = [term.code for term in terms]
    note(rotation, "series_created", by=by, at=at, series=str(series), terms=codes)
    return terms


def series_drafts(*, rotation: Rotation, plan: SeriesPlan, on: date) -> list[Term]:
    """The terms that a series would make, unsaved; refuses what could not be made."""
    refuse_impossible(plan, on=on)
    existing = list(rotation.terms.all())
    if len(existing) + plan.count > MOST_TERMS_A_ROTATION:
        raise Refusal("too_many_terms", f"A rotation has at most {MOST_TERMS_A_ROTATION} terms.")
    spans = spans_of(plan)
    found = clashes(spans, _in_the_way(spans, existing))
    if found:
        raise Refusal("overlap", " ".join(found), sentences=found)
    return [
        Term(
            rotation=rotation,
            code=code,
            first=span.first,
            last=span.last,
            weeks=plan.weeks,
            seats=plan.seats,
        )
        for code, span in zip(free_codes(rotation, spans), spans, strict=True)
    ]


def _in_the_way(spans: Sequence[DateSpan], existing: Iterable[Term]) -> list[Term]:
    """A withdrawn term gives its days free, but for the very same days it comes back itself."""
    return [
        term
        for term in existing
        if term.state != Publication.WITHDRAWN or DateSpan(term.first, term.last) in spans
    ]


def refuse_impossible(plan: SeriesPlan, *, on: date) -> None:
    """All numbers that cannot be meant, at once."""
    found = []
    if not 1 <= plan.count <= MOST_TERMS_A_SERIES:
        found.append(f"Make between 1 and {MOST_TERMS_A_SERIES} terms at a time.")
    if not 1 <= plan.weeks <= 52:
        found.append("A term certifies between 1 and 52 weeks.")
    if not 1 <= plan.every_weeks <= 52:
        found.append("The next start is between 1 and 52 weeks later.")
    if not 1 <= plan.seats <= 500:
        found.append("A term has between 1 and 500 seats.")
    if plan.first_start <= on:
        found.append("The first start day lies in the future.")
    if not found and spans_of(plan)[-1].first.year > on.year + LATEST_YEARS_AHEAD:
        found.append(f"The last term may start at most {LATEST_YEARS_AHEAD} years from now.")
    if found:
        raise Refusal("impossible_series", " ".join(found), sentences=found)


def free_codes(rotation: Rotation, spans: Sequence[DateSpan]) -> list[str]:
    """``lakeside-medicine-2027-01-04``: what, and from when; a number where it is taken."""
    stem = rotation.slug[:STEM_LENGTH].strip("-")
    taken = set(Term.objects.filter(code__startswith=stem).values_list("code", flat=True))
    codes: list[str] = []
    for span in spans:
        wanted = f"{stem}-{span.first.isoformat()}"
        numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
        codes.append(next(code for code in (wanted, *numbered) if code not in taken))
        taken.add(codes[-1])
    return codes


@transaction.atomic
def edit_term(
    *, term: Term, values: Mapping[str, object], version: int, by: User, at: datetime, on: date
) -> Term:
    """Days, weeks and seats. Seats never fall below what is taken; taken seats hold the days."""
    row = locked(term, version=version)
    seats = values.get("seats", row.seats)
    if isinstance(seats, int) and seats < row.taken:
        raise Refusal(
            "seats_below_taken",
            f"{row.taken} seats of {row.code} are taken; {seats} would be too few.",
            field="seats",
            taken=row.taken,
        )
    moves = any(values.get(name, getattr(row, name)) != getattr(row, name) for name in DAYS)
    if moves:
        _refuse_move(row)
    write(row, values, by=by, at=at)
    if moves:
        _refuse_clash(row)
        if row.state == Publication.PUBLISHED:
            refuse_if_incomplete(missing_of(row, on=on))
    tell_search(row)
    return row


def _refuse_move(term: Term) -> None:
    if term.taken:
        raise Refusal(
            "seats_taken",
            f"{term.taken} seats of {term.code} are taken for these days. Withdraw the term and "
            "make another one for the new days.",
            field="first",
        )


def _refuse_clash(term: Term) -> None:
    others = term.rotation.terms.exclude(pk=term.pk)
    span = DateSpan(term.first, term.last)
    found = clashes([span], _in_the_way([span], others))
    if found:
        raise Refusal("overlap", " ".join(found), field="first", sentences=found)
