from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.core.planner.enumeration.days import on_calendar
from rounds.core.planner.instance import Instance, instance_of
from tests.core.planner.worlds import problem, site, term


def instance(weeks: list[int], towns: list[int], **wishes: object) -> Instance:
    terms = [
        term(f"T{n}", week=week, at=site(town))
        for n, (week, town) in enumerate(zip(weeks, towns, strict=True))
    ]
    return instance_of(problem(terms, [], **wishes), terms)


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
    found = on_calendar(one, options, None)

    assert found == (frozenset(min(lawful)[1]) if lawful else None)


@pytest.mark.parametrize(("late", "expected"), [(0, {0}), (-1, None)])
def test_an_end_later_than_asked_is_none(late, expected):
    one = instance([0], [0])

    assert on_calendar(one, [(0,)], one.stays[0].last + late) == expected


def test_pins_take_their_days():
    one = instance([0, 2, 4], [0, 0, 0], pinned=frozenset({"T0"}))

    assert on_calendar(one, [(1, 2)], None) == {0, 2}
    assert on_calendar(one, [], None) == {0}
