"""The seasons of the shipped calendar, as seen from a day."""

from datetime import date

from rounds.core.seasons import (
    PublishedSeason,
    Season,
    next_season_year,
    read_seasons,
    season_for,
)
from rounds.data import shipped_text

SEASONS = "eras/seasons.toml"


def published_seasons() -> tuple[PublishedSeason, ...]:
    return read_seasons(shipped_text(SEASONS), SEASONS)


def season_of(year: int, *, today: date) -> Season:
    """One season as seen from a day. Raises ValueError for a year nobody has dates for."""
    return season_for(year, today=today, published=published_seasons())


def next_season(today: date) -> Season:
    """The season a plan made today serves, published or projected."""
    return season_of(next_season_year(today=today, published=published_seasons()), today=today)
