from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rounds.core.eligibility.counting import (
    COUNTS,
    DOES_NOT_COUNT,
    Match,
    every,
    maybe,
    told,
    weeks_counted,
)
from rounds.core.values import DateSpan
from rounds.core.vocabulary import UnknownCause, Verdict
from tests.core.eligibility.makers import rotation

MONDAY = date(2026, 1, 5)
NOT_TOLD = maybe(UnknownCause.NOT_TOLD, "the country is not told")
PENDING = maybe(UnknownCause.PENDING, "it is not done")


@st.composite
def rotations(draw):
    first = MONDAY + timedelta(days=draw(st.integers(0, 90)))
    span = DateSpan(first, first + timedelta(days=draw(st.integers(0, 60))))
    weeks = draw(st.integers(0, len(span.calendar_weeks)))
    return rotation(first, 1, span=span, weeks=weeks, ref=str(draw(st.integers())))


def test_a_fact_counts_when_it_counts_on_every_point():
    assert every([]) == every([COUNTS, COUNTS]) == COUNTS
    assert every([NOT_TOLD, DOES_NOT_COUNT]) is DOES_NOT_COUNT
    assert every([COUNTS, NOT_TOLD, PENDING]) == Match(
        Verdict.UNKNOWN,
        frozenset({UnknownCause.NOT_TOLD, UnknownCause.PENDING}),
        ("the country is not told", "it is not done"),
    )


def test_the_first_point_that_fails_ends_the_look():
    def points():
        yield DOES_NOT_COUNT
        raise AssertionError("looked on")

    assert every(points()) is DOES_NOT_COUNT


def test_an_untold_fact_may_count_and_a_told_one_counts_or_not():
    assert told("US", {"US"}, "the country") is COUNTS
    assert told("CA", {"US"}, "the country") is DOES_NOT_COUNT
    assert told(None, {"US"}, "the country") == NOT_TOLD
    assert told(None, None, "the country") is COUNTS


def test_nothing_counts_no_week():
    assert weeks_counted([]) == 0


def test_rotations_that_follow_each_other_add_up():
    assert weeks_counted([rotation(MONDAY, 4), rotation(MONDAY + timedelta(weeks=4), 8)]) == 12


def test_rotations_that_share_a_calendar_week_but_no_day_add_up():
    four_weeks_to_thursday = rotation(
        MONDAY, 4, span=DateSpan(MONDAY, MONDAY + timedelta(days=24)), weeks=4
    )
    from_friday = rotation(MONDAY + timedelta(days=25), 4)

    assert weeks_counted([from_friday, four_weeks_to_thursday]) == 8


def test_a_calendar_week_of_two_overlapping_rotations_counts_once():
    assert weeks_counted([rotation(MONDAY, 4), rotation(MONDAY, 4)]) == 4
    assert weeks_counted([rotation(MONDAY, 4), rotation(MONDAY + timedelta(weeks=2), 4)]) == 6


def test_overlapping_rotations_count_no_more_than_is_certified():
    half_certified = rotation(MONDAY, 8, weeks=2)

    assert weeks_counted([half_certified, rotation(MONDAY + timedelta(weeks=6), 4, weeks=1)]) == 3


def test_a_long_certificate_of_no_weeks_does_not_swallow_weeks_of_others():
    first = rotation(MONDAY, 4, span=DateSpan(MONDAY, MONDAY + timedelta(days=24)), weeks=4)
    second = rotation(MONDAY + timedelta(days=25), 4, weeks=4)
    across = rotation(MONDAY, 8, weeks=0)

    assert weeks_counted([first, second]) == 8
    assert weeks_counted([first, second, across]) == 8


@given(st.lists(rotations(), max_size=5), rotations())
def test_one_more_rotation_never_lowers_the_weeks(items, more):
    assert weeks_counted([*items, more]) >= weeks_counted(items)


@given(st.lists(rotations(), max_size=5), st.randoms())
def test_order_changes_no_sum(items, chance):
    shuffled = list(items)
    chance.shuffle(shuffled)

    assert weeks_counted(shuffled) == weeks_counted(items)


@given(st.lists(rotations(), min_size=1, max_size=5))
def test_the_sum_lies_between_the_longest_rotation_and_all_certified_weeks(items):
    assert max(item.weeks for item in items) <= weeks_counted(items)
    assert weeks_counted(items) <= sum(item.weeks for item in items)


def test_a_free_time_between_overlapping_rotations_lends_them_no_weeks():
    twice = [rotation(MONDAY, 4), rotation(MONDAY, 4, ref="again")]
    later = rotation(MONDAY + timedelta(weeks=14), 4)

    assert weeks_counted([*twice, later]) == 8


def test_rotations_that_share_only_one_day_share_its_calendar_week():
    to_friday = rotation(MONDAY, 4, span=DateSpan(MONDAY, MONDAY + timedelta(days=25)))
    from_that_friday = rotation(MONDAY + timedelta(days=25), 4)

    assert len(to_friday.span.calendar_weeks | from_that_friday.span.calendar_weeks) == 8
    assert weeks_counted([to_friday, replace(from_that_friday, weeks=5)]) == 8


def test_overlapping_rotations_without_certified_weeks_count_none():
    assert weeks_counted([rotation(MONDAY, 4, weeks=0), rotation(MONDAY, 2, weeks=0)]) == 0


def test_a_day_that_is_certified_as_a_week_counts_beside_others():
    one_day = rotation(MONDAY, 1, span=DateSpan(MONDAY, MONDAY))
    same_week = rotation(MONDAY, 1)

    assert weeks_counted([one_day]) == 1
    assert weeks_counted([one_day, same_week]) == 1
    assert weeks_counted([one_day, rotation(MONDAY, 3, weeks=0)]) == 1
