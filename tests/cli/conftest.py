"""The command as people run it, on the examples; and one answer for the tests of its report."""

import json
import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rounds.cli.answering import answer_to
from rounds.cli.app import app
from rounds.cli.law import load_rulebook
from rounds.cli.loading import (
    load_applicant,
    load_offers,
    load_programs,
    load_season,
    today_or,
)
from rounds.cli.options import Options
from rounds.cli.page import Page
from rounds.cli.wishes import Typed, read_wishes
from rounds.core.planner.problem import Problem
from rounds.core.planner.report.answer import Answer

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
GOLDEN = Path(__file__).parent / "golden"
TODAY = "2026-11-22"
Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """``rounds`` with arguments, on a plain terminal of 80 columns."""

    def call(*arguments: str | Path, columns: int = 80) -> Result:
        env = {"COLUMNS": str(columns), "NO_COLOR": "1", "TERM": "dumb"}
        return CliRunner(env=env).invoke(app, [str(one) for one in arguments])

    return call


@pytest.fixture
def examples() -> Path:
    return EXAMPLES


@pytest.fixture
def plan_arguments() -> tuple[str | Path, ...]:
    """The first plan of the examples: the visitor with $3,500."""
    return (
        "plan",
        *("--applicant", EXAMPLES / "applicants/visitor.toml"),
        *("--offers", EXAMPLES / "offers.csv"),
        *("--programs", EXAMPLES / "programs.toml"),
        *("--decisions", EXAMPLES / "decisions.toml"),
        *("--budget", "3,500", "--from", TODAY, "--until", "2027-09-01", "--today", TODAY),
    )


def problem_of(name: str, *, older: bool = False, **typed: Any) -> Problem:
    """An applicant of the examples with the wishes given."""
    options = Options()
    today = today_or(options, TODAY)
    terms = load_offers(options, EXAMPLES / "offers.csv")
    programs = load_programs(options, [EXAMPLES / "programs.toml"], with_older=older)
    wishes = read_wishes(
        options,
        Typed(**{"first": TODAY, "last": "2027-09-01"} | typed),
        terms=terms,
        programs=programs,
    )
    facts = load_applicant(options, EXAMPLES / f"applicants/{name}.toml")
    season = load_season(options, None, today=today, apply_on=None)
    rulebook = load_rulebook(options, EXAMPLES / "decisions.toml", None)
    return Problem(
        options.settled(facts), season, programs, terms, rulebook, options.settled(wishes)
    )


@pytest.fixture(scope="session")
def problem_for() -> Callable[..., Problem]:
    return problem_of


@pytest.fixture(scope="session")
def answer() -> Answer:
    """The visitor with $3,500: QUILL3 and LARK3, $2,709.60, three doors."""
    return answer_to(problem_of("visitor", budget="3,500"), seconds=60)


@pytest.fixture(scope="session")
def nothing_helps() -> Answer:
    """The visitor without a dollar."""
    return answer_to(problem_of("visitor", budget="0"), seconds=60)


@pytest.fixture(scope="session")
def with_older_layer() -> Answer:
    """The resident with $7,000, the older real programs beside the fictional ones."""
    return answer_to(problem_of("resident", older=True, budget="7,000"), seconds=60)


@pytest.fixture
def shown() -> Callable[..., list[str]]:
    """The lines a section prints on a page of 80 columns."""

    def lines(show: Callable[..., None], *values: object, columns: int = 80) -> list[str]:
        file = StringIO()
        page = Page(file, columns=columns)
        show(*values, page)
        return file.getvalue().splitlines()

    return lines


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with its golden file; ``UPDATE_GOLDEN=1`` writes it anew."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def shape_of() -> Callable[[str], str]:
    """The keys and types of a JSON text, values left out: what programs rely on."""

    def shape(text: str) -> str:
        return json.dumps(_shape(json.loads(text)), indent=2, sort_keys=True) + "\n"

    return shape


def _shape(value: Any) -> Any:
    match value:
        case dict():
            return {key: _shape(part) for key, part in value.items()}
        case list():
            kinds = [_shape(part) for part in value]
            unique = {json.dumps(kind, sort_keys=True): kind for kind in kinds}
            return [unique[key] for key in sorted(unique)]
        case _:
            return type(value).__name__
