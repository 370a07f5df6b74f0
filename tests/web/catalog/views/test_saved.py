from datetime import UTC, datetime

import pytest

from rounds.web.catalog.models import SavedSearch
from rounds.web.catalog.queries.saved_searches import stop_token
from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(datetime(2026, 11, 27, 9, tzinfo=UTC))


@pytest.fixture
def ana(applicant):
    return client_of(applicant)


def text(response):
    return " ".join(response.content.decode().split())


def keep(client, query="q=sleep&specialty=neurology&state=NY&page=3&view=calendar&odd=1"):
    return client.post("/me/searches/save/", {"query": query}, follow=True)


def test_a_search_is_kept_with_a_name_in_words_and_nothing_else_of_the_address(ana):
    page = text(keep(ana))

    search = SavedSearch.objects.get()
    assert search.query == "q=sleep&specialty=neurology&state=NY"
    assert search.name == "“sleep”, Neurology, New York"
    assert "is kept" in page
    assert "?q=sleep&amp;specialty=neurology&amp;state=NY" in page


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "All rotations"),
        ("zip=10001&price=1500", "near ZIP 10001, up to $1,500"),
        ("free=on", "All rotations"),
    ],
)
def test_names_say_what_is_asked(ana, query, name):
    keep(ana, query)

    assert SavedSearch.objects.get().name == name


def test_it_is_renamed_paused_and_dropped(ana):
    keep(ana)
    pk = SavedSearch.objects.get().pk
    assert "Kept searches" in text(ana.get(f"/me/searches/{pk}/"))
    ana.post(f"/me/searches/{pk}/", {"name": "Mine", "is_paused": "on"})
    page = text(ana.get("/me/searches/"))
    assert "Mine" in page
    assert "No mails for now" in page
    assert ana.post(f"/me/searches/{pk}/", {"name": ""}).status_code == 400
    ana.post(f"/me/searches/{pk}/drop/")
    assert "You keep no search yet" in text(ana.get("/me/searches/"))


def test_a_choice_that_is_gone_is_said(ana):
    keep(ana)
    SavedSearch.objects.update(query="specialty=phrenology")

    assert "no longer there" in text(ana.get("/me/searches/"))


def test_a_stranger_has_no_way_to_it(ana, other_applicant, client):
    keep(ana)
    pk = SavedSearch.objects.get().pk
    omar = client_of(other_applicant)

    assert omar.get(f"/me/searches/{pk}/").status_code == 404
    assert omar.post(f"/me/searches/{pk}/drop/").status_code == 404
    assert client.post("/me/searches/save/", {"query": ""}).status_code == 302
    assert SavedSearch.objects.count() == 1


def test_the_link_in_a_mail_stops_by_a_press_and_not_by_a_look(ana, client):
    keep(ana)
    search = SavedSearch.objects.get()
    link = f"/searches/stop/{stop_token(search)}/"

    assert "Stop the mails?" in text(client.get(link))
    search.refresh_from_db()
    assert not search.is_paused
    assert "No more mails" in text(client.post(link))
    search.refresh_from_db()
    assert search.is_paused
    assert client.get("/searches/stop/1:forged/").status_code == 410


def test_the_search_page_offers_to_keep_it(ana, client):
    assert "Keep this search" in text(ana.get("/rotations/?q=sleep"))
    page = text(client.get("/rotations/?q=sleep&state=NY"))
    assert "next=/rotations/%3Fq%3Dsleep%26state%3DNY" in page
