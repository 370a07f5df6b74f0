from hypothesis import given
from hypothesis import strategies as some

from rounds.core.planner.report.chart import HEIGHT, LEFT, RIGHT, TOP, WIDTH, Point, chart_of

POINTS = [Point(0, 0, True), Point(1_000_00, 4, True), Point(3_000_00, 9, False, True)]


def test_the_axes_end_on_round_figures():
    chart = chart_of(POINTS, budget=None)

    assert [tick.label for tick in chart.dollars] == [
        "$0",
        "$500",
        "$1,000",
        "$1,500",
        "$2,000",
        "$2,500",
        "$3,000",
    ]
    assert [tick.label for tick in chart.doors] == ["0", "2", "4", "6", "8", "10"]


def test_the_staircase_rises_at_each_point_and_runs_to_the_edge():
    chart = chart_of(POINTS, budget=None)
    first, second, third = chart.dots

    assert chart.path == (
        f"M{LEFT} {chart.base}H{first.x}H{second.x}V{second.y}H{third.x}V{third.y}H{WIDTH - RIGHT}"
    )
    assert (first.x, first.y, third.x) == (LEFT, chart.base, WIDTH - RIGHT)


def test_the_chosen_and_the_unproven_points_are_told_apart():
    chart = chart_of(POINTS, budget=None)

    assert [(dot.is_proven, dot.is_chosen) for dot in chart.dots] == [
        (True, False),
        (True, False),
        (False, True),
    ]


def test_a_budget_is_drawn_only_where_it_says_something():
    assert chart_of(POINTS, budget=3_500_00).budget is not None
    assert chart_of(POINTS, budget=50_000_00).budget is None
    assert chart_of(POINTS, budget=None).budget is None


@given(
    some.lists(
        some.tuples(some.integers(0, 10_000_000), some.integers(0, 5_000)), min_size=1, max_size=9
    ),
    some.none() | some.integers(0, 10_000_000),
)
def test_everything_stays_inside_the_picture(pairs, budget):
    chart = chart_of([Point(cents, doors, True) for cents, doors in pairs], budget=budget)

    assert all(LEFT <= dot.x <= WIDTH - RIGHT and TOP <= dot.y <= chart.base for dot in chart.dots)
    assert chart.base < HEIGHT
    assert 2 <= len(chart.dollars) <= 7
    assert 2 <= len(chart.doors) <= 7
    assert chart.budget is None or LEFT <= chart.budget <= WIDTH - RIGHT
