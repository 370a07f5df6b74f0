"""Open the files a command names: facts, programs, season."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from rounds.cli.options import Options
from rounds.core.applicant_file import read_applicant
from rounds.core.eligibility.program_file import read_programs
from rounds.core.eligibility.programs import Program
from rounds.core.errors import BadInput
from rounds.core.facts import ApplicantFacts
from rounds.core.planner.offer_file import read_offers
from rounds.core.planner.offers import Term
from rounds.core.seasons import (
    Season,
    next_season_year,
    read_seasons,
    season_for,
    with_own_dates,
)
from rounds.data import shipped_names, shipped_text

SEASONS_FILE = "eras/seasons.toml"
OLDER_FOLDER = "programs/older"
MOST_SEASONS_AHEAD = 5
FIRST_TODAY, LAST_TODAY = 2020, 2060
YEAR = timedelta(days=365)


def today_or(options: Options, text: str | None, *, option: str = "--today") -> date:
    """The day given with ``--today``, else the clock's: the only place that reads it."""
    told = options.day(option, text)
    if told and not FIRST_TODAY <= told.year <= LAST_TODAY:
        options.wrong(option, f"{told}: give a year from {FIRST_TODAY} to {LAST_TODAY}.")
        told = None
    return told or date.today()  # noqa: DTZ011 -- the person's own calendar day


def load_applicant(options: Options, path: Path | None) -> ApplicantFacts | None:
    """The facts of ``--applicant``; ``None`` after noting why not."""
    options.needed("--applicant", path, "FILE, the facts about the person")
    text = options.text_of("--applicant", path) if path else None
    if path is None or text is None:
        return None
    try:
        return read_applicant(text, str(path))
    except BadInput as error:
        options.adopt(error)
        return None


def load_programs(
    options: Options, paths: Sequence[Path], *, with_older: bool
) -> tuple[Program, ...]:
    """The programs of all files and folders, in order, and those shipped when asked for."""
    if not with_older:
        options.needed("--programs", paths, "FILE or FOLDER, the programs' rules")
    found = [
        program
        for path in paths
        for file in _files_of(options, path)
        for program in _programs_of(options, file)
    ]
    if with_older:
        found.extend(older_programs())
    _note_repeated(options, found)
    return tuple(found)


def load_offers(options: Options, path: Path | None) -> tuple[Term, ...]:
    """The rotation dates of ``--offers``."""
    options.needed("--offers", path, "FILE, the rotations on offer")
    text = options.text_of("--offers", path) if path else None
    if path is None or text is None:
        return ()
    try:
        return read_offers(text, str(path))
    except BadInput as error:
        options.adopt(error)
        return ()


def older_programs() -> tuple[Program, ...]:
    """The older real layer shipped with Rounds."""
    return tuple(
        program
        for name in shipped_names(OLDER_FOLDER)
        for program in read_programs(shipped_text(name), name)
    )


def _files_of(options: Options, path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.rglob("*.toml"))
    if not files:
        options.wrong("--programs", f"the folder {path} holds no file that ends in .toml.")
    return files


def _programs_of(options: Options, file: Path) -> tuple[Program, ...]:
    text = options.text_of("--programs", file)
    if text is None:
        return ()
    try:
        return read_programs(text, str(file))
    except BadInput as error:
        options.adopt(error)
        return ()


def _note_repeated(options: Options, programs: Sequence[Program]) -> None:
    seen: set[str] = set()
    for program in programs:
        if program.id in seen:
            options.wrong("--programs", f"the program {program.id} is given twice; keep one.")
        seen.add(program.id)


def load_season(options: Options, text: str | None, *, today: date, apply_on: str | None) -> Season:
    """The season asked for, or the next one; an own day of applying makes it the applicant's."""
    published = read_seasons(shipped_text(SEASONS_FILE), SEASONS_FILE)
    upcoming = next_season_year(today=today, published=published)
    year = options.whole(
        "--season", text, low=published[0].year, high=upcoming + MOST_SEASONS_AHEAD
    )
    season = season_for(year or upcoming, today=today, published=published)
    if season.rank_on < today:
        options.wrong(
            "--season",
            f"{season.year} is over: its rank lists closed on {season.rank_on}. "
            f"Leave it out to answer for season {upcoming}.",
        )
    return _with_own_day(options, season, options.day("--apply-on", apply_on))


def _with_own_day(options: Options, season: Season, own: date | None) -> Season:
    """The season with the applicant's own day of applying, when it can be one."""
    if own is None:
        return season
    if not season.rank_on - YEAR <= own < season.rank_on:
        options.wrong(
            "--apply-on",
            f"{own} does not lie in the year before {season.rank_on}, "
            f"the rank-list deadline of season {season.year}.",
        )
        return season
    return with_own_dates(season, apply_on=own)
