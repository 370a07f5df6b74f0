"""Which terms cannot both be done: shared days, and too few free days between two towns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rounds.core.planner.costs import is_on_site
from rounds.core.planner.offers import Term
from rounds.core.values import DateSpan


@dataclass(frozen=True, slots=True)
class Stay:
    """A term on the calendar: first and last day as ordinals; no town when it is virtual."""

    first: int
    last: int
    town: str

    @property
    def length_days(self) -> int:
        return self.last - self.first + 1


def stay_of(term: Term) -> Stay:
    """Where and when a term takes place."""
    town = term.site.town if is_on_site(term) else ""
    return Stay(term.span.first.toordinal(), term.span.last.toordinal(), town)


def gap_asked(one: Stay, two: Stay, travel_days: int) -> int:
    """How many days must lie free between two stays."""
    return travel_days if one.town and two.town and one.town != two.town else 0


def clash(one: Stay, two: Stay, travel_days: int) -> bool:
    """True when the two cannot both be done."""
    gap = gap_asked(one, two, travel_days)
    return one.first <= two.last + gap and two.first <= one.last + gap


def span_clashes(span: DateSpan, others: Sequence[DateSpan]) -> bool:
    """True when a span shares a day with any of the others."""
    return any(span.overlaps(other) for other in others)


def cliques(stays: Sequence[Stay], travel_days: int) -> tuple[tuple[int, ...], ...]:
    """Sets of stays of which at most one can be done; every clash lies in one of them.

    For each start day s: all stays active on s. For each town c, start day s of a stay in c and
    day p with s − travel_days ≤ p < s: the stays in c active on s together with the stays in other
    towns active on p. Members of either part share a day; a member of each part is separated by
    fewer than ``travel_days`` free days, for p + travel_days ≥ s. A pair i before j in two towns is
    covered by s = first(j), p = max(s − travel_days, first(i)). Sets inside another are left out.
    """
    found: set[frozenset[int]] = set()
    for start in sorted({stay.first for stay in stays}):
        found.add(frozenset(n for n, stay in enumerate(stays) if stay.first <= start <= stay.last))
    if travel_days:
        found |= _travel_cliques(stays, travel_days)
    return _largest(found)


def _travel_cliques(stays: Sequence[Stay], travel_days: int) -> set[frozenset[int]]:
    found: set[frozenset[int]] = set()
    starts_by_town: dict[str, set[int]] = {}
    for stay in stays:
        if stay.town:
            starts_by_town.setdefault(stay.town, set()).add(stay.first)
    all_starts = sorted({first for starts in starts_by_town.values() for first in starts})
    active: dict[int, list[int]] = {}

    def on(day: int) -> list[int]:
        if day not in active:
            active[day] = [
                n for n, stay in enumerate(stays) if stay.town and stay.first <= day <= stay.last
            ]
        return active[day]

    for town, starts in starts_by_town.items():
        for start in starts:
            here = [n for n in on(start) if stays[n].town == town]
            earlier = {start - travel_days}
            earlier |= {day for day in all_starts if start - travel_days < day < start}
            for day in earlier:
                elsewhere = [n for n in on(day) if stays[n].town != town]
                if elsewhere:
                    found.add(frozenset((*here, *elsewhere)))
    return found


def _largest(sets: set[frozenset[int]]) -> tuple[tuple[int, ...], ...]:
    """The sets of two or more that lie inside no other, in a fixed order."""
    kept: list[frozenset[int]] = []
    holding: dict[int, list[frozenset[int]]] = {}
    for one in sorted(sets, key=lambda each: (-len(each), sorted(each))):
        if len(one) < 2:
            break
        rarest = min(one, key=lambda n: len(holding.get(n, ())))
        if any(one <= other for other in holding.get(rarest, ())):
            continue
        kept.append(one)
        for n in one:
            holding.setdefault(n, []).append(one)
    return tuple(sorted(tuple(sorted(one)) for one in kept))


def last_day(terms: Sequence[Term]) -> date | None:
    """The day on which the last of the terms ends."""
    return max((term.span.last for term in terms), default=None)
