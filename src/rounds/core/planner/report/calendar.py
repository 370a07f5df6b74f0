"""The months of a plan as drawn days: geometry and the words a reader hears instead."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from rounds.core.planner.explain.words import listed
from rounds.core.values import DateSpan, day

CELL, TOP, MIDDLE, BASELINE = 20, 36, 10, 13
WEEKDAYS = tuple((letter, index * CELL + MIDDLE) for index, letter in enumerate("MTWTFSS"))
TONES = 4
MAX_MONTHS = 36


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month, by its middle and the foot of its figure."""

    number: int
    x: int
    y: int
    foot: int
    is_busy: bool
    is_deadline: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """The days of one rotation in one week of one month; ``tone`` is 1 to 4."""

    tone: int
    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Month:
    """One month. ``heard`` is the picture in words, ``skipped`` says which months were left out."""

    name: str
    heard: str
    height: int
    days: tuple[Day, ...]
    bars: tuple[Bar, ...]
    skipped: str


def months_of(spans: Sequence[DateSpan], *, deadline: date) -> tuple[Month, ...]:
    """The months that hold a day of a rotation, and the month of the deadline, in order."""
    busy = {one.replace(day=1) for span in spans for one in span.days()}
    firsts = sorted(busy | {deadline.replace(day=1)})[:MAX_MONTHS]
    gaps = ["", *(_skipped(one, two) for one, two in pairwise(firsts))]
    return tuple(
        _month(first, spans, deadline, gap) for first, gap in zip(firsts, gaps, strict=True)
    )


def tone_of(number: int) -> int:
    """The color of the rotation with this number, counted from 1."""
    return (number - 1) % TONES + 1


def _skipped(one: date, two: date) -> str:
    """What lies between two months that are drawn: ``Apr to Jun: nothing booked``."""
    first, last = _after(one), two - timedelta(days=1)
    if first == two:
        return ""
    names = f"{first:%b} to {last:%b}" if first.month != last.month else f"{first:%b}"
    return f"{names}: nothing booked"


def _after(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _month(first: date, spans: Sequence[DateSpan], deadline: date, skipped: str) -> Month:
    length = monthrange(first.year, first.month)[1]
    whole = DateSpan(first, first + timedelta(days=length - 1))
    days = tuple(_day(one, first, spans, deadline) for one in whole.days())
    shared = [
        (number, DateSpan(max(span.first, whole.first), min(span.last, whole.last)))
        for number, span in enumerate(spans, start=1)
        if span.overlaps(whole)
    ]
    bars = tuple(bar for number, part in shared for bar in _bars(number, part, first))
    heard = [f"rotation {number} from {part}" for number, part in shared]
    if deadline in whole:
        heard.append(f"applications open {day(deadline)}")
    name = f"{first:%B %Y}"
    return Month(name, f"{name}: {listed(heard)}", days[-1].y + CELL, days, bars, skipped)


def _day(one: date, first: date, spans: Sequence[DateSpan], deadline: date) -> Day:
    top = _row(one, first)
    is_busy = any(one in span for span in spans)
    x = one.weekday() * CELL + MIDDLE
    return Day(one.day, x, top + MIDDLE, top + BASELINE, is_busy, one == deadline)


def _row(one: date, first: date) -> int:
    return TOP + (first.weekday() + one.day - 1) // 7 * CELL


def _bars(number: int, part: DateSpan, first: date) -> list[Bar]:
    found, start = [], part.first
    while start <= part.last:
        stop = min(part.last, start + timedelta(days=6 - start.weekday()))
        width = ((stop - start).days + 1) * CELL
        found.append(
            Bar(tone_of(number), start.weekday() * CELL + 1, _row(start, first) + 1, width - 2)
        )
        start = stop + timedelta(days=1)
    return found
