"""Small values every floor shares: spans of days, sources, money as integer cents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

Cents = int

LEAP_DAY = 29


def money(cents: Cents) -> str:
    """Dollars as people read them: ``$1,234`` or ``$1,234.50``; a minus sign stays in front."""
    sign, cents = ("-", -cents) if cents < 0 else ("", cents)
    whole, part = divmod(cents, 100)
    return f"{sign}${whole:,}.{part:02d}" if part else f"{sign}${whole:,}"


def day(value: date) -> str:
    """A date as US readers write it: ``Sep 1, 2027``."""
    return f"{value:%b} {value.day}, {value.year}"


def anniversary(start: date, years: int) -> date:
    """The same calendar day ``years`` later; Feb 29 becomes Feb 28 in a common year."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return start.replace(year=start.year + years, day=LEAP_DAY - 1)


def first_day_within(end: date, *, months: int) -> date:
    """The first day that is at most ``months`` old on ``end``: its own anniversary is inside.

    A day is inside until the same calendar day ``months`` later has passed, or that month's last
    day when it has no such day (so Feb 29 is one year old on Feb 28). 12 months are one year.
    """
    year, month = divmod(end.year * 12 + end.month - 1 - months, 12)
    try:
        return date(year, month + 1, end.day)
    except ValueError:
        return date(year, month + 2, 1)


def monday(value: date) -> date:
    """The Monday of the calendar week that holds ``value``."""
    return value - timedelta(days=value.weekday())


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """Days from ``first`` to ``last``, both included, as people say it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"the span ends on {self.last}, before it starts on {self.first}")

    def __contains__(self, value: date) -> bool:
        return self.first <= value <= self.last

    def __str__(self) -> str:
        return f"{day(self.first)} to {day(self.last)}"

    def overlaps(self, other: "DateSpan") -> bool:
        """True when the two share at least one day."""
        return self.first <= other.last and other.first <= self.last

    def days(self) -> Iterable[date]:
        """Every day, in order."""
        return (self.first + timedelta(days=n) for n in range(self.length_days))

    @property
    def length_days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def calendar_weeks(self) -> frozenset[date]:
        """The Mondays of all calendar weeks touched."""
        start = monday(self.first)
        count = (monday(self.last) - start).days // 7 + 1
        return frozenset(start + timedelta(weeks=n) for n in range(count))


@dataclass(frozen=True, slots=True)
class Source:
    """Where a stated rule comes from.

    ``via`` says how it was read (live page, archived copy), ``read_on`` in which month
    (``2026-11``), ``as_of`` which cycle the page itself names (``2024-2025``, ``2018`` or empty).
    """

    url: str
    via: str
    read_on: str
    as_of: str = ""
