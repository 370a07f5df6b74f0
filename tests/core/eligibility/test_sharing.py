from datetime import date, timedelta
from itertools import combinations, pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.eligibility.sharing import shared_weeks
from rounds.core.values import DateSpan
from tests.core.eligibility.makers import rotation

MONDAY = date(2026, 1, 5)


def days(first, last, weeks):
    """An experience from one day to another, counted from a Monday."""
    span = DateSpan(MONDAY + timedelta(days=first), MONDAY + timedelta(days=last))
    return rotation(MONDAY, 1, span=span, weeks=weeks)


def test_two_rotations_at_the_same_time_count_each_week_once():
    assert shared_weeks([days(0, 27, 4), days(0, 27, 4)]) == 4
    assert shared_weeks([days(0, 27, 4), days(14, 41, 4)]) == 6


def test_a_long_item_with_few_weeks_lends_no_calendar_weeks_to_others():
    both_at_once = [days(28, 55, 4), days(28, 55, 4)]

    assert shared_weeks([days(0, 83, 0), *both_at_once]) == 4
    assert shared_weeks([days(0, 83, 2), *both_at_once]) == 6


def test_weeks_move_to_make_room_for_others():
    # the first may lie anywhere in three weeks; the second and the third only in the first two
    assert shared_weeks([days(0, 20, 1), days(0, 6, 1), days(7, 13, 1)]) == 3


def test_a_week_in_which_one_ends_and_another_begins_has_room_for_both():
    to_wednesday, from_thursday = days(0, 9, 2), days(10, 20, 2)

    assert shared_weeks([to_wednesday, from_thursday]) == 4
    assert shared_weeks([to_wednesday, from_thursday, days(0, 20, 3)]) == 4
    assert shared_weeks([days(0, 10, 2), days(10, 20, 2)]) == 3


def test_a_cut_separates_no_two_rotations_that_share_its_day():
    # the visit that ended earlier in the week makes a cut on the day on which the two meet
    to_thursday, from_thursday, visit = days(0, 10, 2), days(10, 20, 2), days(7, 8, 0)

    assert shared_weeks([to_thursday, from_thursday, visit]) == 3


def test_nothing_certified_is_nothing():
    assert shared_weeks([]) == 0
    assert shared_weeks([days(0, 13, 0), days(0, 13, 0)]) == 0


def test_two_at_once_stay_one_week_when_a_third_begins_after_them():
    # a third that begins within the week of the others makes no room for both of them
    at_once = [days(0, 2, 1), days(0, 2, 1)]

    assert shared_weeks([*at_once, days(3, 10, 0)]) == 1
    assert shared_weeks([*at_once, days(3, 10, 1)]) == 2
    assert shared_weeks([*at_once, days(3, 10, 2)]) == 3


def test_jobs_of_many_years_are_counted_at_once():
    year = 364
    jobs = [days(n * year, 20 * year, 1000 - 52 * n) for n in range(6)]

    assert shared_weeks(jobs) == 1041


# ── against trying everything ──────────────────────────────────────────────────────────────────


@st.composite
def items(draw):
    first = draw(st.integers(0, 16))
    last = first + draw(st.integers(0, 20))
    touched = last // 7 - first // 7 + 1
    return days(first, last, draw(st.integers(0, min(touched, 2))))


def ways_to_place(item):
    weeks = sorted(item.span.calendar_weeks)
    return [some for size in range(item.weeks + 1) for some in combinations(weeks, size)]


def one_to_a_week(chosen):
    """The most certified weeks in calendar weeks of their own, over all ways to place them."""
    placed = (
        [week for part in way for week in part] for way in product(*map(ways_to_place, chosen))
    )
    return max(len(way) for way in placed if len(way) == len(set(way)))


def by_trying(chosen):
    """The best of all ways to cut the time before some of the first days."""
    firsts = sorted({item.span.first for item in chosen})
    found = []
    for size in range(len(firsts) + 1):
        for cuts in combinations(firsts, size):
            edges = [date.min, *cuts, date.max]
            stretches = [
                [item for item in chosen if start <= item.span.first and item.span.last < end]
                for start, end in pairwise(edges)
            ]
            found.append(sum(map(one_to_a_week, stretches)))
    return max(found)


@settings(max_examples=60)
@given(st.lists(items(), min_size=1, max_size=4))
def test_the_count_is_the_best_of_all_ways(chosen):
    assert shared_weeks(chosen) == by_trying(chosen)


@given(st.lists(items(), max_size=4), items(), st.randoms())
def test_one_more_item_lowers_nothing_and_order_changes_nothing(chosen, more, chance):
    mixed = [*chosen, more]
    chance.shuffle(mixed)

    assert shared_weeks(chosen) <= shared_weeks(mixed) <= shared_weeks(chosen) + more.weeks
