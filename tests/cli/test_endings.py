import json
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from rounds.cli import arguments as given
from rounds.cli.endings import KindGroup
from rounds.core.errors import BadInput, InternalDisagreement, Problem, SolverStopped

ENDINGS = {
    "bad": BadInput((Problem("a.toml", 3, "weeks", "there are too many."),)),
    "stopped": SolverStopped(),
    "fault": InternalDisagreement("the lines do not add up"),
    "interrupted": KeyboardInterrupt(),
}


@pytest.fixture
def run():
    app = typer.Typer(cls=KindGroup)

    @app.command()
    def end(*, how: Annotated[str, typer.Argument()], as_json: given.AsJson = False) -> None:
        raise ENDINGS[how]

    @app.command()
    def other() -> None:
        """A second command makes the first one need its name."""

    return lambda *words: CliRunner(env={"COLUMNS": "80"}).invoke(app, ["end", *words])


@pytest.mark.parametrize(
    ("how", "status", "said"),
    [
        (
            "bad",
            2,
            [
                "One thing needs correcting before Rounds can answer.",
                "",
                "In a.toml",
                "  · line 3: weeks: there are too many.",
            ],
        ),
        (
            "stopped",
            3,
            ["No plan was found in the time allowed. Give --seconds more, or ask for less."],
        ),
        (
            "fault",
            1,
            [
                "Rounds found a contradiction in its own work and shows no result. Please report",
                "this fault with your files: the lines do not add up",
            ],
        ),
        ("interrupted", 130, ["Stopped."]),
    ],
)
def test_every_ending_is_a_sentence_and_a_status(run, how, status, said):
    result = run(how)

    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.splitlines() == said


def test_a_program_that_asked_for_json_gets_the_problems_as_json(run):
    result = run("bad", "--json")

    assert result.exit_code == 2
    assert json.loads(result.stdout)["problems"][0]["sentence"] == "there are too many."
    assert result.stderr.splitlines()[-1] == "  · line 3: weeks: there are too many."
