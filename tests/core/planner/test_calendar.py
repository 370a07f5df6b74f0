from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rounds.core.planner.calendar import (
    Stay,
    clash,
    cliques,
    last_day,
    span_clashes,
    stay_of,
)
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Mode
from tests.core.planner.worlds import term

STAYS = st.builds(
    lambda first, length, town: Stay(first, first + length, town),
    st.integers(1, 60),
    st.integers(0, 20),
    st.sampled_from(["", "Fairport", "Millbrook", "Sunny Cove"]),
)


def test_two_towns_need_travel_days_between_them():
    fairport, millbrook = Stay(1, 10, "Fairport"), Stay(12, 20, "Millbrook")

    assert not clash(fairport, millbrook, 1)
    assert clash(fairport, millbrook, 2)
    assert clash(millbrook, fairport, 2)


def test_one_town_or_a_virtual_stay_needs_no_travel_day():
    assert not clash(Stay(1, 10, "Fairport"), Stay(11, 20, "Fairport"), 9)
    assert not clash(Stay(1, 10, "Fairport"), Stay(11, 20, ""), 9)
    assert clash(Stay(1, 10, "Fairport"), Stay(10, 20, ""), 0)


@given(st.lists(STAYS, max_size=9), st.integers(0, 6))
def test_cliques_hold_every_clash_and_nothing_else(stays, travel_days):
    held = {pair for clique in cliques(stays, travel_days) for pair in combinations(clique, 2)}
    clashing = {
        (one, two)
        for one, two in combinations(range(len(stays)), 2)
        if clash(stays[one], stays[two], travel_days)
    }

    assert held == clashing


@given(st.lists(STAYS, max_size=9), st.integers(0, 6))
def test_no_clique_lies_inside_another(stays, travel_days):
    found = [frozenset(clique) for clique in cliques(stays, travel_days)]

    assert not any(one < two for one in found for two in found)
    assert len(set(found)) == len(found)


def test_two_terms_back_to_back_elsewhere_share_no_row():
    # A row over all that is elsewhere on either of two days would forbid this lawful pair.
    stays = [Stay(1, 7, "Fairport"), Stay(8, 14, "Fairport"), Stay(8, 14, "Millbrook")]

    assert cliques(stays, 1) == ((0, 2), (1, 2))


def test_a_virtual_term_stays_in_no_town():
    assert stay_of(term("A")).town == "Fairport, NY"
    assert stay_of(term("A", mode=Mode.VIRTUAL)).town == ""
    assert stay_of(term("A", weeks=4)).length_days == 26


def test_a_span_clashes_with_one_shared_day():
    january = DateSpan(date(2027, 1, 1), date(2027, 1, 31))

    assert span_clashes(january, [DateSpan(date(2027, 1, 31), date(2027, 2, 3))])
    assert not span_clashes(january, [DateSpan(date(2027, 2, 1), date(2027, 2, 3))])


def test_the_last_day_of_no_term_is_none():
    assert last_day([]) is None
    assert last_day([term("A"), term("B", week=6)]) == term("B", week=6).span.last
