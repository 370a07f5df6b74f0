import pytest

from rounds.core.planner.rows import Limits, Rows, run

FREE = Limits(None, None)


def knapsack() -> tuple[Rows, dict[int, float]]:
    """Worth 5, 4, 3 for 4, 3, 2 with 5 to spend: the best is 7, by the last two."""
    rows = Rows()
    columns = [rows.column(0, 1, is_integer=True) for _ in range(3)]
    rows.at_most(5, zip(columns, (4.0, 3.0, 2.0), strict=True))
    return rows, dict(zip(columns, (5.0, 4.0, 3.0), strict=True))


def test_a_small_program_is_solved_to_its_proof():
    rows, worth = knapsack()

    found = run(rows.program(worth, maximize=True), FREE)

    assert found.is_optimal
    assert found.bound == pytest.approx(7)
    assert found.values.round().tolist() == [0, 1, 1]


def test_rows_from_below_are_kept_and_can_be_forgotten():
    rows, worth = knapsack()
    count = len(rows)
    rows.at_least(1, [(0, 1.0)])
    with_first = run(rows.program(worth, maximize=True), FREE)
    rows.shorten(count)
    without = run(rows.program(worth, maximize=True), FREE)

    assert with_first.values.round().tolist() == [1, 0, 0]
    assert without.values.round().tolist() == [0, 1, 1]


def test_contradictory_rows_are_infeasible():
    rows, worth = knapsack()
    rows.at_least(4, [(0, 1.0), (1, 1.0)])

    found = run(rows.program(worth, maximize=True), FREE)

    assert found.is_infeasible
    assert found.values is None


def test_better_solutions_are_told_and_a_start_is_used():
    rows, worth = knapsack()
    told: list[float] = []

    run(
        rows.program(worth, maximize=True),
        FREE,
        start={0: 1.0, 1: 0.0, 2: 0.0},
        improved=lambda values: told.append(float(values @ [5.0, 4.0, 3.0])),
    )

    assert told
    assert max(told) == pytest.approx(7)


def test_no_time_at_all_proves_nothing():
    rows, worth = knapsack()

    found = run(rows.program(worth, maximize=True), Limits(0.0, None))

    assert not found.is_optimal
