import pytest

from rounds.core.planner.enumeration.families import UnsuitableError
from rounds.core.planner.enumeration.layout import layout
from rounds.core.planner.instance import instance_of
from tests.core.planner.worlds import asked, problem, program, term

TERMS = [
    term("A", weeks=2, fee=10_000),
    term("B", week=5, weeks=8, fee=90_000),
    term("C", week=20),
]
PROGRAMS = [program("P", asked(8))]


def test_the_most_promising_family_comes_first():
    laid = layout(instance_of(problem(TERMS, PROGRAMS, budget=900_000), TERMS), (0, 1, 2))

    assert [family.sorts[0].terms for family in laid.families] == [(1,), (2,), (0,)]
    assert laid.costs.tolist() == [250_000, 180_000, 50_000]
    assert laid.days == TERMS[2].span.last.toordinal() - TERMS[0].span.first.toordinal() + 1


def test_pins_stand_apart_from_the_families():
    pinned = problem(TERMS, PROGRAMS, budget=900_000, pinned=frozenset({"B"}))

    laid = layout(instance_of(pinned, TERMS), (0, 1, 2))

    assert len(laid.families) == 2
    assert [laid.boards[0].worth(part.adds[0]) for part in laid.pins] == [1]


def test_without_a_budget_sets_are_not_tried():
    with pytest.raises(UnsuitableError):
        layout(instance_of(problem(TERMS, PROGRAMS), TERMS), (0, 1, 2))


def test_with_every_term_pinned_there_is_no_family_left():
    pinned = problem(TERMS[1:2], PROGRAMS, budget=900_000, pinned=frozenset({"B"}))

    laid = layout(instance_of(pinned, TERMS[1:2]), (0,))

    assert (laid.families, laid.reach.tables.shape[2]) == ((), 2)
    assert laid.boards[0].worth(laid.pins[0].adds[0] + laid.reach.of(0, 0, 0)) == 1
