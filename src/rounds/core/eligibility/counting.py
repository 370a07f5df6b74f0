"""How much of something a person has: sure and possible amounts, week by calendar week."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from rounds.core.eligibility.verdict import NO_CAUSE, Causes
from rounds.core.facts import ClinicalExperience
from rounds.core.values import DateSpan
from rounds.core.vocabulary import UnknownCause, Verdict

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Match:
    """Does one fact count toward a clause? Unknown carries why, and the doubts in words."""

    verdict: Verdict
    causes: Causes = NO_CAUSE
    doubts: tuple[str, ...] = ()


COUNTS = Match(Verdict.MET)
DOES_NOT_COUNT = Match(Verdict.UNMET)


def maybe(cause: UnknownCause, doubt: str) -> Match:
    """It may count; ``cause`` says why nobody knows, ``doubt`` says it in words."""
    return Match(Verdict.UNKNOWN, frozenset({cause}), (doubt,))


def every(matches: Iterable[Match]) -> Match:
    """A fact counts if it counts on every point; stops at the first point it fails."""
    doubtful = []
    for match in matches:
        if match.verdict is Verdict.UNMET:
            return DOES_NOT_COUNT
        if match.verdict is Verdict.UNKNOWN:
            doubtful.append(match)
    if not doubtful:
        return COUNTS
    causes = NO_CAUSE.union(*(match.causes for match in doubtful))
    doubts = tuple(doubt for match in doubtful for doubt in match.doubts)
    return Match(Verdict.UNKNOWN, causes, doubts)


def told(value: Fact | None, accepted: Collection[Fact] | None, name: str) -> Match:
    """A fact against the accepted ones; no list accepts all, an untold fact may count."""
    if accepted is None:
        return COUNTS
    if value is None:
        return maybe(UnknownCause.NOT_TOLD, f"{name} is not told")
    return COUNTS if value in accepted else DOES_NOT_COUNT


@dataclass(frozen=True, slots=True)
class Tally:
    """What a person has toward a clause: surely, and possibly (``None`` when the list is open)."""

    sure: int
    possible: int | None
    causes: Causes = NO_CAUSE


def weeks_counted(items: Sequence[ClinicalExperience]) -> int:
    """Certified weeks in all; items that share days count a calendar week once.

    A run of items that overlap without a free day counts at most the calendar weeks it touches.
    The best way to take disjoint runs is counted, so one more item never lowers the sum, and an
    item that shares no day with any other adds exactly its own weeks.
    """
    ordered = sorted(items, key=lambda item: item.span)
    if all(one.span.last < two.span.first for one, two in pairwise(ordered)):
        return sum(item.weeks for item in ordered)
    best_until: dict[date, int] = {}
    for end in sorted({item.span.last for item in ordered}):
        before = [best_until[day] for day in best_until if day < end]
        best_until[end] = max(before, default=0)
        for start in {item.span.first for item in ordered if item.span.first <= end}:
            run = [item for item in ordered if start <= item.span.first and item.span.last <= end]
            if not _is_unbroken(run, start, end):
                continue
            earlier = max((best_until[day] for day in best_until if day < start), default=0)
            weeks = _run_weeks(run, DateSpan(start, end))
            best_until[end] = max(best_until[end], earlier + weeks)
    return max(best_until.values(), default=0)


def _is_unbroken(run: Sequence[ClinicalExperience], start: date, end: date) -> bool:
    if not run or run[0].span.first != start:
        return False
    reached = run[0].span.last
    for item in run[1:]:
        if item.span.first > reached:
            return False
        reached = max(reached, item.span.last)
    return reached == end


def _run_weeks(run: Sequence[ClinicalExperience], span: DateSpan) -> int:
    certified = sum(item.weeks for item in run)
    return certified if len(run) == 1 else min(certified, len(span.calendar_weeks))
