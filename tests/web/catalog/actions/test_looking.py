from datetime import UTC, date, datetime, timedelta

import pytest

from rounds.web.catalog.actions.looking import KEPT, look_at_catalog
from rounds.web.catalog.actions.search_index import refresh
from rounds.web.catalog.models import Rotation, TermChange, TermLook
from tests.web.catalog.makers import make_rotation, make_term

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.fixture
def term():
    found = make_term(make_rotation(), first=date(2027, 1, 4), seats=2, taken=0)
    refresh(rotations=[found.rotation_id])
    look_at_catalog(at=NOW)
    return found


def changes():
    return list(TermChange.objects.order_by("id").values_list("what", "before", "after"))


def again(term, hours=1):
    refresh(rotations=[term.rotation_id])
    return look_at_catalog(at=NOW + timedelta(hours=hours))


def test_a_new_term_is_news_once(term):
    assert changes() == [("opened", "", "")]
    assert again(term) == 0
    assert TermLook.objects.get().term_id == term.pk


def test_a_seat_that_is_free_again_is_news_and_one_that_is_taken_is_not(term):
    term.taken = 2
    term.save()
    assert again(term) == 0
    term.taken = 1
    term.save()
    assert again(term, 2) == 1
    assert changes()[-1] == ("freed", "", "")


def test_price_and_letter_policy_are_compared(term):
    line = term.rotation.price_lines.filter(per="term").first()
    line.cents += 5_000
    line.save()
    Rotation.objects.update(letter_policy="conditional")
    assert again(term) == 2

    found = {what: (was, now) for what, was, now in changes()[1:]}
    assert found["letter"][1] == "conditional"
    assert int(found["price"][1]) - int(found["price"][0]) == 5_000


def test_a_term_that_closes_is_forgotten_and_news_when_it_opens_again(term):
    term.state = "withdrawn"
    term.save()
    again(term)
    assert not TermLook.objects.exists()
    term.state = "published"
    term.save()
    assert again(term, 2) == 1


def test_what_is_long_past_is_dropped(term):
    look_at_catalog(at=NOW + KEPT + timedelta(seconds=1))

    assert not TermChange.objects.filter(seen_at=NOW).exists()


def test_an_empty_catalog_has_no_news():
    assert look_at_catalog(at=NOW) == 0
