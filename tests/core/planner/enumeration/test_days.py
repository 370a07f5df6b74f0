from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.core.planner.enumeration.days import on_calendar
from rounds.core.planner.enumeration.incumbent import OutOfStepsError
from rounds.core.planner.instance import Instance, instance_of
from tests.core.planner.worlds import problem, site, term


def instance(weeks: list[int], towns: list[int], **wishes: object) -> Instance:
    terms = [
        term(f"T{n}", week=week, at=site(town))
        for n, (week, town) in enumerate(zip(weeks, towns, strict=True))
    ]
    return instance_of(problem(terms, [], **wishes), terms)


def no_limit() -> None:
    """Any number of steps."""


WEEKS = st.lists(st.integers(0, 12), min_size=6, max_size=6)
TOWNS = st.lists(st.integers(0, 1), min_size=6, max_size=6)


@given(WEEKS, TOWNS, st.integers(0, 5))
def test_the_earliest_then_smallest_lawful_days_are_found(weeks, towns, travel_days):
    one = instance(weeks, towns, travel_days=travel_days)
    options = [(0, 1, 2), (2, 3), (4, 5)]

    lawful = [
        (max(one.stays[n].last for n in chosen), tuple(sorted(chosen)))
        for chosen in product(*options)
        if len(set(chosen)) == 3 and one.fits(frozenset(chosen))
    ]
    found = on_calendar(one, options, None, no_limit)

    assert found == (frozenset(min(lawful)[1]) if lawful else None)


@pytest.mark.parametrize(("late", "expected"), [(0, {0}), (-1, None)])
def test_an_end_later_than_asked_is_none(late, expected):
    one = instance([0], [0])

    assert on_calendar(one, [(0,)], one.stays[0].last + late, no_limit) == expected


def test_pins_take_their_days():
    one = instance([0, 2, 4], [0, 0, 0], pinned=frozenset({"T0"}))

    assert on_calendar(one, [(1, 2)], None, no_limit) == {0, 2}
    assert on_calendar(one, [], None, no_limit) == {0}


def test_of_many_terms_on_the_same_days_one_is_tried():
    one = instance([0, 4, 8] * 100, [0] * 300)
    options = [tuple(range(300))] * 3
    steps = []

    found = on_calendar(one, options, None, lambda: steps.append(1))

    firsts = [next(n for n in range(300) if one.stays[n].first == first) for first in days(one)]
    assert found == set(firsts)
    assert len(steps) <= 3 * 3 * 3


def days(one: Instance) -> list[int]:
    """The earliest three start days that fit one after the other."""
    starts = sorted({stay.first for stay in one.stays})
    return starts[:3]


def test_a_limit_ends_the_search_for_days():
    one = instance([0, 2, 4], [0, 0, 0])

    def stop() -> None:
        raise OutOfStepsError

    with pytest.raises(OutOfStepsError):
        on_calendar(one, [(0, 1), (1, 2)], None, stop)
