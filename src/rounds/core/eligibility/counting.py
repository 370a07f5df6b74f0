"""How much of something a person has: sure and possible amounts, week by calendar week."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from rounds.core.eligibility.sharing import shared_weeks
from rounds.core.eligibility.verdict import NO_CAUSE, Causes
from rounds.core.facts import ClinicalExperience
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

    An item that shares no day with any other adds exactly its own weeks, and one more item never
    lowers the sum.
    """
    ordered = sorted(items, key=lambda item: item.span)
    if all(one.span.last < two.span.first for one, two in pairwise(ordered)):
        return sum(item.weeks for item in ordered)
    return shared_weeks(ordered)
