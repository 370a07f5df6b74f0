"""The fictional demo world: the same for a given day and seed, read back from its own files."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from rounds.core.applicant_file import read_applicant
from rounds.core.eligibility.program_file import read_programs
from rounds.core.eligibility.programs import Program
from rounds.core.facts import ApplicantFacts
from rounds.core.legality.decision_file import read_agency_decisions
from rounds.core.legality.rules import Decision
from rounds.core.planner.offer_file import read_offers
from rounds.core.planner.offers import Term
from rounds.core.planner.problem import Wishes
from rounds.core.seasons import Season, next_season_year, read_seasons, season_for
from rounds.data import shipped_text
from rounds.demo.decisions import decisions_toml
from rounds.demo.people import SKETCHES, Sketch
from rounds.demo.programs import programs_toml
from rounds.demo.terms import offers_csv

SEED = "rounds"
SEASONS = "eras/seasons.toml"
PROGRAMS, OFFERS, DECISIONS = "programs.toml", "offers.csv", "decisions.toml"
README = """\
# The demo world of Rounds

Everything in this folder is fictional: people, hospitals, towns, programs, prices and decisions.
Only the states are real, and what is said about them here is not. Nothing here is advice.
"""


@dataclass(frozen=True, slots=True)
class Person:
    """A fictional applicant: facts as read from ``file``, and what the person wishes."""

    key: str
    title: str
    file: str
    facts: ApplicantFacts
    wishes: Wishes


@dataclass(frozen=True, slots=True)
class World:
    """Everything the demo needs on a day. ``files`` are paths and texts, in a fixed order."""

    on: date
    season: Season
    programs: tuple[Program, ...]
    terms: tuple[Term, ...]
    decisions: tuple[Decision, ...]
    people: tuple[Person, ...]
    files: tuple[tuple[str, str], ...]

    def person(self, key: str) -> Person:
        """One of the four; raises KeyError with the known keys."""
        for person in self.people:
            if person.key == key:
                return person
        known = ", ".join(person.key for person in self.people)
        raise KeyError(f"no applicant is called {key}; known are {known}")


def world(*, on: date, seed: str = SEED) -> World:
    """The demo world as seen on a day; every part is read from the text that is written."""
    season = _season(on)
    programs = programs_toml(season_year=season.year, on=on, chance=_chance(seed, "programs"))
    offers = offers_csv(on=on, chance=_chance(seed, "offers"))
    decisions = decisions_toml(on=on)
    return World(
        on,
        season,
        read_programs(programs, PROGRAMS),
        read_offers(offers, OFFERS),
        read_agency_decisions(decisions, DECISIONS),
        tuple(_person(sketch, on=on, season=season) for sketch in SKETCHES),
        (
            ("README.md", README),
            (PROGRAMS, programs),
            (OFFERS, offers),
            (DECISIONS, decisions),
            *((_file_of(one), one.text(on=on, season=season)) for one in SKETCHES),
        ),
    )


def write_world(folder: Path, *, on: date, seed: str = SEED) -> tuple[Path, ...]:
    """Write the world's files into a folder, made if missing; returns the paths."""
    written = []
    for name, text in world(on=on, seed=seed).files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)


def _season(on: date) -> Season:
    published = read_seasons(shipped_text(SEASONS), SEASONS)
    year = next_season_year(today=on, published=published)
    return season_for(year, today=on, published=published)


def _chance(seed: str, part: str) -> Random:
    """A stream of its own for each part, so that tuning one leaves the others as they are."""
    return Random(f"{seed}:{part}")


def _file_of(sketch: Sketch) -> str:
    return f"applicants/{sketch.key}.toml"


def _person(sketch: Sketch, *, on: date, season: Season) -> Person:
    file = _file_of(sketch)
    facts = read_applicant(sketch.text(on=on, season=season), file)
    return Person(sketch.key, sketch.title, file, facts, sketch.wishes(on=on, season=season))
