"""Application cycles: published ones from dated data, later ones projected and labelled."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rounds.core.reading import Section, read_toml
from rounds.core.vocabulary import SeasonStatus, Stage

PROJECTION_DAYS = 364
MIN_YEAR, MAX_YEAR = 2020, 2100


@dataclass(frozen=True, slots=True)
class Season:
    """One application cycle, named by its Match year, seen from ``today``.

    ``rules_from`` is the earliest cycle whose published rules count as current: the season's own
    year when it is published, the last published year when the season is only projected (nobody
    can have published its rules yet).
    """

    year: int
    today: date
    apply_on: date
    rank_on: date
    start_on: date
    status: SeasonStatus
    rules_from: int
    source: str

    def __post_init__(self) -> None:
        if not self.apply_on < self.rank_on < self.start_on:
            raise ValueError(
                f"season {self.year}: apply, rank and start must follow each other "
                f"({self.apply_on}, {self.rank_on}, {self.start_on})"
            )

    def days_of(self, stage: Stage) -> tuple[date, ...]:
        """The day, or the earliest and latest day, on which a stage falls."""
        match stage:
            case Stage.APPLY:
                return (self.apply_on,)
            case Stage.INTERVIEW:
                return (self.apply_on, self.rank_on)
            case Stage.RANK:
                return (self.rank_on,)
            case Stage.START:
                return (self.start_on,)


@dataclass(frozen=True, slots=True)
class PublishedSeason:
    """The dates of one cycle as published."""

    year: int
    apply_on: date
    rank_on: date
    start_on: date
    source: str


def read_seasons(text: str, file: str) -> tuple[PublishedSeason, ...]:
    """Seasons of a ``[[season]]`` file, oldest first; raises BadInput with all problems."""
    root = read_toml(text, file)
    seasons = [season for section in root.tables("season") if (season := _season(section))]
    root.close()
    years = [season.year for season in seasons]
    if repeated := sorted({year for year in years if years.count(year) > 1}):
        root.problem("season", f"told twice: season {', '.join(map(str, repeated))}.")
    if not seasons and not root.report.problems:
        root.problem("season", "the file holds no season.")
    root.report.raise_if_any()
    return tuple(sorted(seasons, key=lambda season: season.year))


def _season(section: Section) -> PublishedSeason | None:
    year = section.integer("year", low=MIN_YEAR, high=MAX_YEAR, required=True)
    apply_on = section.day("apply_on", required=True)
    rank_on = section.day("rank_on", required=True)
    start_on = section.day("start_on", required=True)
    source = section.text("source", required=True)
    section.text("note")
    section.close()
    if not (year and apply_on and rank_on and start_on and source):
        return None
    if not apply_on < rank_on < start_on:
        section.problem("rank_on", "apply_on, rank_on and start_on must follow each other.")
        return None
    if not apply_on.year == year - 1 <= rank_on.year <= start_on.year == year:
        section.problem(
            "year",
            f"season {year} opens in {year - 1}; its rank lists and its training are of {year}.",
        )
        return None
    return PublishedSeason(year, apply_on, rank_on, start_on, source)


def season_for(year: int, *, today: date, published: tuple[PublishedSeason, ...]) -> Season:
    """The season of a Match year: published if known, else projected 364 days a year ahead.

    364 days keep the weekday on which the cycle's dates fall. Raises ValueError for a year
    without dates: before the first published one, a gap, or beyond 2100.
    """
    for season in published:
        if season.year == year:
            return _as_published(season, today)
    latest = published[-1]
    if not latest.year < year <= MAX_YEAR:
        raise ValueError(
            f"no dates are known for season {year}; the first is {published[0].year}, "
            f"the last that can be projected {MAX_YEAR}"
        )
    shift = timedelta(days=PROJECTION_DAYS * (year - latest.year))
    return Season(
        year=year,
        today=today,
        apply_on=latest.apply_on + shift,
        rank_on=latest.rank_on + shift,
        start_on=latest.start_on + shift,
        status=SeasonStatus.PROJECTED,
        rules_from=latest.year,
        source=f"projected from {latest.year}: {latest.source}",
    )


def _as_published(season: PublishedSeason, today: date) -> Season:
    return Season(
        year=season.year,
        today=today,
        apply_on=season.apply_on,
        rank_on=season.rank_on,
        start_on=season.start_on,
        status=SeasonStatus.PUBLISHED,
        rules_from=season.year,
        source=season.source,
    )


def with_own_dates(
    season: Season,
    *,
    apply_on: date | None = None,
    rank_on: date | None = None,
    start_on: date | None = None,
) -> Season:
    """The season with dates the user gives, and labelled so. Raises ValueError out of order."""
    return replace(
        season,
        apply_on=apply_on or season.apply_on,
        rank_on=rank_on or season.rank_on,
        start_on=start_on or season.start_on,
        status=SeasonStatus.USER,
        source=f"dates given by the user; otherwise {season.source}",
    )


def next_season_year(*, today: date, published: tuple[PublishedSeason, ...]) -> int:
    """The first season whose applications open after ``today``."""
    for season in published:
        if season.apply_on > today:
            return season.year
    year = published[-1].year + 1
    while season_for(year, today=today, published=published).apply_on <= today:
        year += 1
    return year
