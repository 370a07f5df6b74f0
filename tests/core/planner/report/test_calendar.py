from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from rounds.core.planner.report.calendar import CELL, Bar, months_of, tone_of
from rounds.core.values import DateSpan

DEADLINE = date(2027, 9, 1)


def test_only_months_with_a_rotation_or_the_deadline_are_drawn():
    spans = [DateSpan(date(2027, 1, 25), date(2027, 2, 5))]

    months = months_of(spans, deadline=DEADLINE)

    assert [(month.name, month.skipped) for month in months] == [
        ("January 2027", ""),
        ("February 2027", ""),
        ("September 2027", "Mar to Aug: nothing booked"),
    ]


def test_one_skipped_month_is_named_alone():
    spans = [DateSpan(date(2027, 7, 5), date(2027, 7, 9))]

    assert [month.skipped for month in months_of(spans, deadline=DEADLINE)] == [
        "",
        "Aug: nothing booked",
    ]


def test_a_rotation_of_two_weeks_is_two_bars_with_its_weekend():
    spans = [DateSpan(date(2027, 2, 1), date(2027, 2, 12))]

    february, _ = months_of(spans, deadline=DEADLINE)

    assert february.bars == (Bar(1, 1, 37, 7 * CELL - 2), Bar(1, 1, 57, 5 * CELL - 2))
    assert [day.number for day in february.days if day.is_busy] == list(range(1, 13))


def test_a_reader_hears_what_the_picture_shows():
    spans = [
        DateSpan(date(2027, 8, 2), date(2027, 8, 13)),
        DateSpan(date(2027, 8, 23), date(2027, 9, 3)),
    ]

    assert [month.heard for month in months_of(spans, deadline=DEADLINE)] == [
        (
            "August 2027: rotation 1 from Aug 2, 2027 to Aug 13, 2027 and "
            "rotation 2 from Aug 23, 2027 to Aug 31, 2027"
        ),
        (
            "September 2027: rotation 2 from Sep 1, 2027 to Sep 3, 2027 and "
            "applications open Sep 1, 2027"
        ),
    ]


def test_the_deadline_is_marked_once():
    (month,) = months_of([], deadline=DEADLINE)

    assert [day.number for day in month.days if day.is_deadline] == [1]
    assert month.bars == ()


def test_the_fifth_rotation_has_the_color_of_the_first():
    assert [tone_of(number) for number in range(1, 6)] == [1, 2, 3, 4, 1]


@given(
    start=some.dates(date(2026, 1, 1), date(2029, 1, 1)),
    length=some.integers(min_value=0, max_value=120),
)
def test_the_bars_cover_each_day_of_a_rotation_once(start, length):
    span = DateSpan(start, start + timedelta(days=length))

    months = months_of([span], deadline=span.last)

    assert sum((bar.width + 2) // CELL for month in months for bar in month.bars) == length + 1
    assert sum(day.is_busy for month in months for day in month.days) == length + 1
