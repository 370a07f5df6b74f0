from dataclasses import replace

import pytest

from rounds.core.planner.plan import StageName, StageProof
from rounds.core.planner.report.progress import sentence


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
