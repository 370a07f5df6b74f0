"""What is known about a person for a season: the merged facts, each with who says it."""

from dataclasses import dataclass
from datetime import date

from rounds.core.facts import About, ApplicantFacts, Conflict, Statement, conflicts, statements
from rounds.core.seasons import (
    PublishedSeason,
    Season,
    next_season_year,
    read_seasons,
    season_for,
)
from rounds.core.vocabulary import Origin
from rounds.data import shipped_text
from rounds.web.accounts.bridge import facts_of as told_by
from rounds.web.accounts.models import User

SEASONS = "eras/seasons.toml"
SEASONS_AHEAD = 3
EVIDENCE = {
    Origin.OWN_WORD: "Your own word; nobody has confirmed it.",
    Origin.ATTESTED: "Attested by the physician who saw it.",
    Origin.PLANNED: "A plan; not done yet.",
}


@dataclass(frozen=True, slots=True)
class Known:
    """One fact in words, with who says it and what stands behind it."""

    statement: Statement

    @property
    def evidence(self) -> str:
        return EVIDENCE[self.statement.origin]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A person seen from a season. Conflicts stand beside each other; none is resolved here."""

    facts: ApplicantFacts
    season: Season
    known: tuple[Known, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def statuses(self) -> tuple[Statement, ...]:
        """What is told about statuses in the United States."""
        return tuple(one.statement for one in self.known if one.statement.about is About.STATUSES)


def facts_of(user: User, season: Season) -> Dossier:
    """Everything known about a person, merged from all who say something about them."""
    facts = told_by(user)
    return Dossier(
        facts,
        season,
        tuple(Known(statement) for statement in statements(facts)),
        conflicts(facts, season.today),
    )


def published_seasons() -> tuple[PublishedSeason, ...]:
    return read_seasons(shipped_text(SEASONS), SEASONS)


def season_of(year: int, *, today: date) -> Season:
    """The season of a Match year, published or projected. Raises ValueError for a year without."""
    return season_for(year, today=today, published=published_seasons())


def next_season(today: date) -> Season:
    """The season whose applications open next, published or projected."""
    return seasons_ahead(today)[0]


def seasons_ahead(today: date) -> list[Season]:
    """The seasons a person may plan for today, the next one first."""
    published = published_seasons()
    first = next_season_year(today=today, published=published)
    years = range(first, first + SEASONS_AHEAD)
    return [season_for(year, today=today, published=published) for year in years]
