import pytest

from rounds.core.planner.stop import NEVER, Meter, Stop


def test_without_a_limit_nothing_ends():
    meter = Meter(NEVER)
    meter.spend(nodes=10**9, seconds=10.0**9)

    assert (meter.seconds_left, meter.nodes_left) == (None, None)
    assert not meter.is_over
    assert not meter.is_half_over


def test_nodes_are_spent():
    meter = Meter(Stop(nodes=5))
    meter.spend(nodes=3, seconds=0)
    assert (meter.nodes_left, meter.is_over) == (2, False)
    meter.spend(nodes=3, seconds=0)
    assert (meter.nodes_left, meter.is_over, meter.is_half_over) == (0, True, True)


def test_without_a_clock_the_solver_s_seconds_count():
    meter = Meter(Stop(seconds=4))
    meter.spend(nodes=0, seconds=1.5)
    assert (meter.seconds_left, meter.is_half_over) == (2.5, False)
    meter.spend(nodes=0, seconds=0.5)
    assert (meter.seconds_left, meter.is_half_over, meter.is_over) == (2, True, False)
    meter.spend(nodes=0, seconds=9)
    assert (meter.seconds_left, meter.is_over) == (0, True)


def test_with_a_clock_the_clock_counts_from_the_start():
    ticks = iter([100.0, 101.0])
    meter = Meter(Stop(seconds=4, clock=lambda: next(ticks)))
    meter.spend(nodes=0, seconds=50)

    assert meter.seconds_left == 3


@pytest.mark.parametrize("limits", [{"seconds": -1}, {"nodes": -1}])
def test_a_limit_below_nothing_is_refused(limits):
    with pytest.raises(ValueError, match="less than nothing"):
        Stop(**limits)
