"""Immigration statuses as a time line: what holds on a day, and what nobody holds at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from rounds.core.vocabulary import Status

LASTING = (Status.US_CITIZEN, Status.PERMANENT_RESIDENT)
ONE_AT_A_TIME = frozenset(
    {
        Status.J1,
        Status.H1B,
        Status.F1,
        Status.B1,
        Status.B2,
        Status.VISA_WAIVER_BUSINESS,
        Status.VISA_WAIVER_TOURIST,
    }
)


@dataclass(frozen=True, slots=True)
class StatusSpan:
    """An immigration status and the days on which it holds; ``None`` is an open end."""

    status: Status
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"status {self.status} ends on {self.last}, before {self.first}")

    def holds_on(self, on: date) -> bool:
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)

    def changes_to(self, other: "StatusSpan") -> bool:
        """True when this one ends on the very day on which the other, which excludes it, begins."""
        return (
            self.last is not None
            and self.last == other.first
            and self.first != self.last
            and other.first != other.last
            and exclude_each_other(self.status, other.status)
        )

    def contradicts(self, other: "StatusSpan") -> bool:
        """True when both are told for a day on which nobody holds both."""
        if not exclude_each_other(self.status, other.status):
            return False
        if self.changes_to(other) or other.changes_to(self):
            return False
        starts = max(self.first or date.min, other.first or date.min)
        ends = min(self.last or date.max, other.last or date.max)
        return starts <= ends


def exclude_each_other(one: Status, two: Status) -> bool:
    """True for two statuses that nobody holds on the same day."""
    kinds = {one, two}
    if len(kinds) == 1 or kinds & {Status.ABROAD, Status.OTHER}:
        return False
    return bool(kinds & set(LASTING)) or kinds <= ONE_AT_A_TIME


def held_on(spans: Iterable[StatusSpan], on: date) -> frozenset[Status]:
    """Every status told for a day. On the day of a change, the new status holds."""
    told = [span for span in spans if span.holds_on(on)]
    return frozenset(
        span.status for span in told if not any(span.changes_to(other) for other in told)
    )


@cache
def possible_together(told: frozenset[Status]) -> tuple[frozenset[Status], ...]:
    """The largest sets of the told statuses that one person can hold on one day.

    One set, all that was told, unless something contradicts: B-2, a work permit and permanent
    residence give permanent residence alone, or B-2 with the work permit.
    """
    for one, two in combinations(sorted(told), 2):
        if exclude_each_other(one, two):
            parts = {*possible_together(told - {one}), *possible_together(told - {two})}
            return tuple(sorted((part for part in parts if _is_largest(part, parts)), key=sorted))
    return (told,)


def _is_largest(part: frozenset[Status], parts: set[frozenset[Status]]) -> bool:
    return not any(part < other for other in parts)
