from datetime import date

import pytest

from rounds.web.catalog.models import (
    Series,
    Term,
)
from tests.web.catalog.makers import (
    is_refused,
    make_rotation,
    make_term,
)

pytestmark = pytest.mark.django_db
EARLY, LATE = date(2027, 1, 4), date(2027, 1, 29)


def test_no_seat_is_sold_twice():
    make_term(seats=2, taken=2)

    assert is_refused(lambda: Term.objects.update(taken=3))
    assert is_refused(lambda: Term.objects.update(seats=1))


@pytest.mark.parametrize("wrong", [{"last": EARLY.replace(year=2026)}, {"weeks": 0}, {"weeks": 53}])
def test_a_term_ends_after_it_began_and_certifies_weeks(wrong):
    make_term(first=EARLY)

    assert is_refused(lambda: Term.objects.update(**wrong))


def test_a_term_stands_once_for_its_days():
    term = make_term(first=EARLY)

    assert is_refused(lambda: make_term(term.rotation, first=EARLY))


def test_a_series_makes_something():
    assert is_refused(
        lambda: Series.objects.create(
            rotation=make_rotation(), first_start=EARLY, weeks=4, every_weeks=4, count=0, seats=1
        )
    )


def test_what_nobody_holds_is_left():
    term = make_term(code="SLEEP-1", seats=3, taken=1)

    assert (term.left, str(term)) == (2, "SLEEP-1")
    assert str(Series(count=3, weeks=4, first_start=EARLY)) == "3 × 4 weeks from 2027-01-04"
