from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from rounds.cli.progress import Progress
from rounds.core.planner.plan import StageName, StageProof


@pytest.fixture
def unproven(answer):
    stages = (StageProof(StageName.SURE_DOORS, 4, 7), *answer.plan.stages[1:])
    return replace(answer.plan, stages=stages)


def test_a_terminal_sees_every_plan(answer, unproven):
    console = Console(file=StringIO(), force_terminal=True, width=120, no_color=True)

    with Progress(console) as progress:
        progress.stage("Comparing doors and dollars")
        progress.plan(unproven)
        progress.plan(answer.plan)

    text = console.file.getvalue()
    assert text.index("First plan: ") < text.index("Proven: ")


@pytest.mark.parametrize(("is_terminal", "is_quiet"), [(False, False), (True, True)])
def test_a_pipe_and_a_program_see_none(answer, is_terminal, is_quiet):
    console = Console(file=StringIO(), force_terminal=is_terminal)

    with Progress(console, is_quiet=is_quiet) as progress:
        progress.stage("Comparing doors and dollars")
        progress.plan(answer.plan)

    assert console.file.getvalue() == ""
