from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.core.values import DateSpan, anniversary, day, first_day_within, monday, money

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("cents", "shown"),
    [
        (0, "$0"),
        (5, "$0.05"),
        (100, "$1"),
        (123456, "$1,234.56"),
        (123400000, "$1,234,000"),
        (-185050, "-$1,850.50"),
    ],
)
def test_money_reads_as_people_write_it(cents, shown):
    assert money(cents) == shown


def test_a_day_reads_as_us_readers_write_it():
    assert day(date(2027, 9, 1)) == "Sep 1, 2027"


@pytest.mark.parametrize(
    ("start", "years", "expected"),
    [
        (date(2011, 10, 1), 7, date(2018, 10, 1)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2027, 9, 1), -5, date(2022, 9, 1)),
    ],
)
def test_an_anniversary_is_the_same_calendar_day(start, years, expected):
    assert anniversary(start, years) == expected


@pytest.mark.parametrize(
    ("end", "months", "first"),
    [
        (date(2027, 9, 1), 12, date(2026, 9, 1)),
        (date(2027, 9, 1), 9, date(2026, 12, 1)),
        (date(2027, 9, 1), 8, date(2027, 1, 1)),
        (date(2027, 3, 31), 1, date(2027, 3, 1)),
        (date(2028, 2, 29), 12, date(2027, 3, 1)),
        (date(2028, 2, 29), 48, date(2024, 2, 29)),
        (date(2029, 2, 28), 12, date(2028, 2, 28)),
        (date(2027, 12, 31), 12, date(2026, 12, 31)),
    ],
)
def test_the_first_day_within_so_many_months(end, months, first):
    assert first_day_within(end, months=months) == first


@given(DAYS, st.integers(1, 40))
def test_a_day_is_within_years_exactly_until_its_anniversary(end, years):
    first = first_day_within(end, months=12 * years)

    assert anniversary(first, years) >= end
    assert anniversary(first - timedelta(days=1), years) < end


@given(DAYS)
def test_monday_is_the_first_day_of_the_week_that_holds_a_day(value):
    assert monday(value).weekday() == 0
    assert 0 <= (value - monday(value)).days <= 6


def test_a_span_holds_both_its_ends():
    span = DateSpan(date(2027, 1, 4), date(2027, 1, 31))

    assert date(2027, 1, 4) in span
    assert date(2027, 1, 31) in span
    assert date(2027, 1, 3) not in span
    assert date(2027, 2, 1) not in span
    assert span.length_days == 28
    assert str(span) == "Jan 4, 2027 to Jan 31, 2027"


def test_a_span_of_one_day_is_a_span():
    one = DateSpan(date(2027, 1, 4), date(2027, 1, 4))

    assert list(one.days()) == [date(2027, 1, 4)]
    assert one.length_days == 1


def test_a_span_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="ends on 2027-01-03, before it starts on 2027-01-04"):
        DateSpan(date(2027, 1, 4), date(2027, 1, 3))


def test_spans_overlap_when_they_share_a_day():
    march = DateSpan(date(2027, 3, 1), date(2027, 3, 31))

    assert march.overlaps(DateSpan(date(2027, 3, 31), date(2027, 4, 2)))
    assert march.overlaps(DateSpan(date(2027, 2, 1), date(2027, 3, 1)))
    assert not march.overlaps(DateSpan(date(2027, 4, 1), date(2027, 4, 2)))
    assert not march.overlaps(DateSpan(date(2027, 2, 1), date(2027, 2, 28)))


def test_calendar_weeks_are_named_by_their_mondays():
    wednesday_to_monday = DateSpan(date(2027, 1, 6), date(2027, 1, 11))

    assert wednesday_to_monday.calendar_weeks == {date(2027, 1, 4), date(2027, 1, 11)}


@given(DAYS, st.integers(0, 400))
def test_a_span_lists_each_of_its_days_once(first, length):
    span = DateSpan(first, first + timedelta(days=length))
    days = list(span.days())

    assert len(days) == len(set(days)) == span.length_days
    assert (days[0], days[-1]) == (span.first, span.last)
    assert {monday(one) for one in days} == span.calendar_weeks
