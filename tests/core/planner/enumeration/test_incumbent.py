import pytest

from rounds.core.planner.enumeration.incumbent import (
    LOOK_UP_EVERY,
    Incumbent,
    OutOfStepsError,
)
from rounds.core.planner.instance import instance_of
from tests.core.planner.worlds import asked, problem, program, term

TERMS = [term("A"), term("B", week=5)]
INSTANCE = instance_of(problem(TERMS, [program("P", asked(4))]), TERMS)


def incumbent(told=None, *, steps=10**9, is_over=False) -> Incumbent:
    return Incumbent(
        INSTANCE,
        frozenset(),
        steps=steps,
        is_over=lambda: is_over,
        told=(told if told is not None else []).append,
    )


def test_only_a_better_choice_is_kept_and_told():
    told: list[frozenset[int]] = []
    known = incumbent(told)

    for chosen in ({1}, {0}, {1}, {0, 1}):
        known.offer(frozenset(chosen))

    assert told == [{1}, {0}]
    assert known.best == {0}
    assert known.figures == (-1, -1, 210_000, 0)


def test_the_last_step_is_allowed_and_the_next_is_not():
    known = incumbent(steps=2)
    known.step()
    known.step()

    with pytest.raises(OutOfStepsError):
        known.step()


def test_the_clock_is_looked_at_now_and_then():
    known = incumbent(is_over=True)
    for _ in range(LOOK_UP_EVERY - 1):
        known.step()

    with pytest.raises(OutOfStepsError):
        known.step()
