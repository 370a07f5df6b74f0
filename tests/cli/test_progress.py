from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from rounds.cli.progress import Progress, sentence
from rounds.core.planner.plan import StageName, StageProof


@pytest.fixture
def unproven(answer):
    stages = (StageProof(StageName.SURE_DOORS, 4, 7), *answer.plan.stages[1:])
    return replace(answer.plan, stages=stages)


def test_the_first_plan_is_told_with_its_gap(unproven):
    assert sentence(unproven, is_first=True) == (
        "First plan: 2 rotations, $2,709.60; 4 sure doors, and no plan can have more than 7."
    )


def test_a_better_plan_and_a_proven_one_are_told(answer, unproven):
    assert sentence(unproven, is_first=False).startswith("Better plan: 2 rotations, $2,709.60; ")
    assert sentence(answer.plan, is_first=False) == (
        "Proven: 2 rotations, $2,709.60, 4 sure doors."
    )


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
