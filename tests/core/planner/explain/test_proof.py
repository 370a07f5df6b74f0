from dataclasses import replace

import pytest

from rounds.core.planner.explain.catalog import catalog_hash
from rounds.core.planner.explain.proof import gap, proof
from rounds.core.planner.plan import StageName, StageProof
from rounds.core.planner.solve import solve
from tests.core.planner.explain.small import world


def test_a_proven_plan_says_that_none_is_better_in_this_catalog():
    question = world()
    told = proof(question, solve(question))

    assert told.is_proven
    assert told.catalog == catalog_hash(question.terms, question.programs)
    assert told.stages == solve(question).stages
    assert told.sentence == (
        "No better plan exists in the catalog of Nov 22, 2026 "
        f"(SHA-256 {told.catalog}), by the order Rounds states."
    )


def test_an_unproven_plan_says_its_gap_and_what_is_proven():
    question = world()
    plan = solve(question)
    stages = (
        replace(plan.stages[0], bound=plan.stages[0].value + 3),
        *(replace(stage, bound=stage.value) for stage in plan.stages[1:]),
    )
    told = proof(question, replace(plan, stages=stages))

    assert not told.is_proven
    assert told.sentence == (
        "The search stopped before its proof was complete: 2 sure doors, and no plan can have "
        "more than 5. Possible doors, cost, letters, finish and choice among equals: proven. "
        f"Searched: the catalog of Nov 22, 2026 (SHA-256 {told.catalog})."
    )


def test_the_gap_told_is_that_of_the_first_stage_left_open():
    question = world()
    doors, *rest = solve(question).stages
    unproven = (doors, *(replace(stage, bound=stage.value + 1) for stage in rest))
    told = proof(question, replace(solve(question), stages=unproven))

    assert doors.is_proven
    assert told.sentence.startswith(
        "The search stopped before its proof was complete: 2 possible doors, and no plan can have "
        "more than 3. Sure doors: proven. Searched: "
    )


def test_a_plan_with_nothing_proven_lists_nothing_as_proven():
    question = world()
    plan = solve(question)
    stages = tuple(replace(stage, bound=-1) for stage in plan.stages)

    assert ": proven" not in proof(question, replace(plan, stages=stages)).sentence


@pytest.mark.parametrize(
    ("stage", "value", "bound", "text"),
    [
        (
            StageName.POSSIBLE_DOORS,
            3,
            1200,
            "3 possible doors, and no plan can have more than 1,200",
        ),
        (StageName.COST, 90_000, 80_000, "as many doors for less than $900 were not ruled out"),
        (StageName.LETTERS, 1, 3, "1 letter, at most 3 could be had"),
        (StageName.FINISH, 740_000, 0, "an equal plan that ends earlier was not ruled out"),
        (StageName.CODES, 2, 0, "an equal plan with other codes was not ruled out"),
    ],
)
def test_every_stage_has_its_gap_in_words(stage, value, bound, text):
    assert gap(StageProof(stage, value, bound)) == text
