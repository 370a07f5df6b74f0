import gc

import pytest

from rounds.core.collector import collector_paused


@pytest.fixture(params=[True, False])
def is_on(request):
    (gc.enable if request.param else gc.disable)()
    yield request.param
    gc.enable()


def test_the_cycle_collector_rests_and_is_left_as_it_was_found(is_on):
    with collector_paused():
        assert gc.isenabled() is False

    assert gc.isenabled() is is_on


def test_an_error_leaves_it_as_it_was_found_too(is_on):
    with pytest.raises(KeyError), collector_paused():
        raise KeyError("gone")

    assert gc.isenabled() is is_on


def test_a_pause_within_a_pause_does_not_end_it(is_on):
    with collector_paused():
        with collector_paused():
            pass
        assert gc.isenabled() is False

    assert gc.isenabled() is is_on
