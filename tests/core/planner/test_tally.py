from itertools import combinations

import pytest

from rounds.core.errors import BadInput
from rounds.core.planner.candidates import candidates
from rounds.core.planner.compile import Doors, compile_doors
from rounds.core.planner.formula import holds
from rounds.core.planner.tally import DoorTally
from tests.core.planner.worlds import random_problem


@pytest.mark.parametrize("seed", range(40))
def test_doors_counted_by_touched_thresholds_are_those_whose_formula_holds(seed):
    asked_for = random_problem(seed, 6)
    try:
        terms = candidates(asked_for).terms
    except BadInput:
        return
    doors = compile_doors(asked_for, terms)
    tally = DoorTally(doors, len(terms))

    for size in range(4):
        for chosen in map(frozenset, combinations(range(len(terms)), size)):
            assert tally.open(chosen) == (
                sum(weight for f, weight in doors.sure.items() if holds(f, chosen)),
                sum(weight for f, weight in doors.possible.items() if holds(f, chosen)),
            )


def test_no_door_is_open_when_there_is_none():
    tally = DoorTally(Doors(0, 0, {}, {}, ()), 2)

    assert tally.open(frozenset({0, 1})) == (0, 0)
