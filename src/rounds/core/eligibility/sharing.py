"""Certified weeks of experience that overlaps: each calendar week is counted once.

Time is cut into stretches of whole days, and an experience counts in a stretch that holds all of
it. Within a stretch every certified week is placed into a calendar week its item touches, one to a
week. The best way to cut and to place counts, so that two rotations that only follow each other,
even within one calendar week, are not cut, and one more item never lowers the number.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from heapq import heappop, heappush

from rounds.core.facts import ClinicalExperience

WEEK = timedelta(days=7)


def shared_weeks(items: Sequence[ClinicalExperience]) -> int:
    """The most certified weeks that find a place; one more item adds at most its own weeks."""
    if not items:
        return 0
    ordered = sorted(items, key=lambda item: item.span)
    best: list[tuple[date, int]] = []
    for end in [*_cuts(ordered), date.max]:
        before = [(ordered[0].span.first, 0), *best]
        weeks = max(
            count + _placed([i for i in ordered if start <= i.span.first and i.span.last < end])
            for start, count in before
        )
        best.append((end, weeks))
    return best[-1][1]


def _cuts(ordered: Sequence[ClinicalExperience]) -> list[date]:
    """The days on which an item begins, when another ended earlier in the same calendar week.

    A cut elsewhere gains nothing: no calendar week would lie on both sides of it.
    """
    lasts = sorted(item.span.last for item in ordered)
    firsts = sorted({item.span.first for item in ordered})
    return [day for day in firsts if bisect_left(lasts, _monday(day)) < bisect_left(lasts, day)]


def _placed(ordered: Sequence[ClinicalExperience]) -> int:
    """How many certified weeks find a calendar week of their own.

    Week by week, the item that ends first goes first, which is best for jobs of one unit that each
    have a first and a last slot (Glover 1967, matching in convex bipartite graphs).
    """
    placed, nth = 0, 0
    week = date.min
    waiting: list[tuple[date, int, int]] = []
    while waiting or nth < len(ordered):
        if not waiting:
            week = max(week, _monday(ordered[nth].span.first))
        while nth < len(ordered) and _monday(ordered[nth].span.first) <= week:
            if ordered[nth].weeks:
                heappush(waiting, (_monday(ordered[nth].span.last), nth, ordered[nth].weeks))
            nth += 1
        while waiting and waiting[0][0] < week:
            heappop(waiting)
        if waiting:
            last, which, left = heappop(waiting)
            placed += 1
            if left > 1:
                heappush(waiting, (last, which, left - 1))
            week += WEEK
    return placed


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
