from itertools import combinations

import numpy as np
import pytest

from rounds.core.errors import BadInput
from rounds.core.planner.candidates import candidates
from rounds.core.planner.enumeration.board import Board
from rounds.core.planner.enumeration.families import contributions
from rounds.core.planner.instance import instance_of
from tests.core.planner.worlds import random_problem


@pytest.mark.parametrize("seed", range(60))
def test_one_addition_a_term_counts_the_same_doors_as_the_formulas(seed):
    asked_for = random_problem(seed, 7)
    try:
        instance = instance_of(asked_for, candidates(asked_for).terms)
    except BadInput:
        return
    number = {one: k for k, one in enumerate(instance.doors.thresholds)}
    sure, possible = Board(instance.doors.sure, number), Board(instance.doors.possible, number)
    given = contributions(instance, number)

    for size in range(4):
        for chosen in combinations(range(len(instance.terms)), size):
            gains = given.adds[list(chosen)].sum(axis=0) + sum(
                given.letters[[n for n in chosen if given.authors[n] == author]].max(axis=0)
                for author in {given.authors[n] for n in chosen}
            )
            told = (sure.worth(sure.integer(gains)), possible.worth(possible.integer(gains)))
            assert told == instance.tally.open(frozenset(chosen))


@pytest.mark.parametrize("seed", range(40))
def test_many_at_once_are_worth_what_each_is_alone(seed):
    asked_for = random_problem(seed, 7)
    try:
        instance = instance_of(asked_for, candidates(asked_for).terms)
    except BadInput:
        return
    number = {one: k for k, one in enumerate(instance.doors.thresholds)}
    needs = np.array([*(one.need for one in number), 0])
    drawn = np.random.default_rng(seed).integers(0, 2, (5, len(needs))).astype(bool)
    drawn[:, -1] = True
    weighed = {one: 1 + 2 * k for k, one in enumerate(instance.doors.possible)}

    for doors in (instance.doors.sure, instance.doors.possible, weighed):
        board = Board(doors, number)
        alone = [board.worth(board.integer(np.where(row, needs, 0))) for row in drawn]
        assert board.worths(drawn).tolist() == alone


def test_no_door_is_worth_nothing():
    assert Board({}, {}).worth(0) == 0
    assert Board({}, {}).worths(np.ones((2, 1), dtype=bool)).tolist() == [0, 0]
