"""Programs and the requirements they state, each with source and date."""

import re
from dataclasses import dataclass

from rounds.core.eligibility.rules import Rule
from rounds.core.seasons import Season
from rounds.core.values import Source
from rounds.core.vocabulary import Coverage, Modality, Stage, Topic

SEASON_OPENS_MONTH = 6
LIVE_PAGE = "live page"
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SHORT_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/–](\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Requirement:
    """One clause a program states. ``is_recomputed_yearly`` rules expire with their cycle."""

    id: str
    topic: Topic
    modality: Modality
    stage: Stage
    rule: Rule
    source: Source
    says: str = ""
    is_recomputed_yearly: bool = False


@dataclass(frozen=True, slots=True)
class Program:
    """One residency program in one specialty, as far as its rules are known."""

    id: str
    name: str
    specialty: str
    state: str
    source: Source
    requirements: tuple[Requirement, ...]
    coverage: tuple[tuple[Topic, Coverage], ...] = ()
    city: str = ""
    acgme_id: str = ""
    nrmp_code: str = ""
    is_fictional: bool = False
    notes: tuple[str, ...] = ()

    def coverage_of(self, topic: Topic) -> Coverage:
        """What the page says about a topic; a topic nobody looked at is not read."""
        return dict(self.coverage).get(topic, Coverage.NOT_READ)


def cycle_of(source: Source) -> int | None:
    """The Match year a source speaks of, or ``None`` when it does not say.

    ``2024-2025`` and ``2024-25`` are the cycle that matched in 2025; a lone year is that year's
    cycle; a live page without a year speaks of the cycle open in the month it was read (cycles
    open in June); an archived page without a year says nothing.
    """
    years = [int(year) for year in YEAR.findall(source.as_of)]
    if span := SHORT_SPAN.search(source.as_of):
        years.append(int(span[1][:2] + span[2]))
    if years:
        return max(years)
    if source.as_of or source.via != LIVE_PAGE:
        return None
    year, month = (int(part) for part in source.read_on.split("-")[:2])
    return year + 1 if month >= SEASON_OPENS_MONTH else year


def is_current(source: Source, season: Season, *, recomputed_yearly: bool = False) -> bool:
    """True when a rule of this source still speaks for the planned season, and not for a later."""
    cycle = cycle_of(source)
    if cycle is None:
        return False
    first = season.year if recomputed_yearly else season.rules_from
    return first <= cycle <= season.year
