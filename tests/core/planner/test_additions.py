import numpy as np

from rounds.core.planner.additions import additions
from rounds.core.planner.formula import Threshold

WEEKS = Threshold(((2, (0,)), (4, (3,))), 4)
LETTERS = Threshold(((1, (0, 2)), (1, (3,))), 2)


def test_every_term_of_every_group_has_a_row():
    table = additions((WEEKS, LETTERS))

    assert table.thresholds.tolist() == [0, 0, 1, 1, 1]
    assert table.groups.tolist() == [0, 1, 2, 2, 3]
    assert table.terms.tolist() == [0, 3, 0, 2, 3]
    assert table.weights.tolist() == [2, 4, 1, 1, 1]
    assert table.sizes.tolist() == [1, 1, 2, 2, 1]


def test_marked_rows_are_kept_and_told_group_by_group():
    kept = additions((WEEKS, LETTERS)).only(np.array([False, True, True, True, False]))

    told = [(k, weight, terms.tolist()) for k, weight, terms in kept.by_group()]
    assert told == [(0, 4, [3]), (1, 1, [0, 2])]


def test_nothing_asked_adds_nothing():
    table = additions(())

    assert table.terms.tolist() == []
    assert list(table.by_group()) == []
