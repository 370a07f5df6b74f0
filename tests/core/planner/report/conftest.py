"""One answer over the examples for the tests of the report."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from rounds.core.applicant_file import read_applicant
from rounds.core.eligibility.program_file import read_programs
from rounds.core.legality.decision_file import read_agency_decisions
from rounds.core.legality.rulebook import read_rulebook
from rounds.core.planner.offer_file import read_offers
from rounds.core.planner.problem import Problem, Wishes
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.answering import answer_to
from rounds.core.seasons import read_seasons, season_for
from rounds.data import shipped_names, shipped_text

EXAMPLES = Path(__file__).resolve().parents[4] / "examples"
TODAY = date(2026, 11, 22)
SEASONS = "eras/seasons.toml"
LAW = ("legality/immigration.toml", "legality/states.toml")


def _text(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


def problem_of(name: str, *, older: bool = False, **wished: Any) -> Problem:
    """An applicant of the examples with the wishes given."""
    programs = read_programs(_text("programs.toml"), "programs.toml")
    if older:
        files = shipped_names("programs/older")
        programs += tuple(p for file in files for p in read_programs(shipped_text(file), file))
    rulebook = read_rulebook(*map(shipped_text, LAW), files=LAW)
    published = read_seasons(shipped_text(SEASONS), SEASONS)
    return Problem(
        facts=read_applicant(_text(f"applicants/{name}.toml"), name),
        season=season_for(2028, today=TODAY, published=published),
        programs=programs,
        terms=read_offers(_text("offers.csv"), "offers.csv"),
        rulebook=rulebook.with_decisions(read_agency_decisions(_text("decisions.toml"), "d")),
        wishes=Wishes(**{"earliest": TODAY, "latest": date(2027, 9, 1)} | wished),
    )


def _answer(problem: Problem) -> Answer:
    return answer_to(problem, seconds=60, clock=monotonic)


@pytest.fixture(scope="session")
def problem_for() -> Callable[..., Problem]:
    return problem_of


@pytest.fixture(scope="session")
def answer() -> Answer:
    """The visitor with $3,500: QUILL3 and LARK3, $2,709.60, three doors."""
    return _answer(problem_of("visitor", budget=3_500_00))


@pytest.fixture(scope="session")
def nothing_helps() -> Answer:
    """The visitor without a dollar."""
    return _answer(problem_of("visitor", budget=0))


@pytest.fixture(scope="session")
def with_older_layer() -> Answer:
    """The resident with $7,000, the older real programs beside the fictional ones."""
    return _answer(problem_of("resident", older=True, budget=7_000_00))
