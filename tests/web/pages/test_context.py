import pytest

from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db


def places(client, address="/"):
    return [place.words for place in client.get(address).context["places"]]


def test_everybody_sees_where_they_may_go(client, applicant, reader):
    assert places(client) == ["Rotations", "Programs", "May I?"]
    assert places(client_of(applicant)) == ["Rotations", "Programs", "May I?", "Plans", "My facts"]
    assert places(client_of(reader))[-1] == "Desk"


def test_the_place_one_is_at_is_marked_once(applicant):
    found = client_of(applicant).get("/me/facts/").context["places"]

    assert [place.words for place in found if place.is_here] == ["My facts"]


def test_a_stranger_is_shown_the_way_in_and_a_person_the_way_out(client, applicant):
    stranger = client.get("/").context["account"]
    person = client_of(applicant).get("/").context["account"]

    assert (stranger.is_signed_in, stranger.address) == (False, "/accounts/login/")
    assert (person.is_signed_in, person.address) == (True, "/me/")
    assert person.sign_out == "/accounts/logout/"


def test_signing_out_is_a_form_not_a_link(applicant):
    page = client_of(applicant).get("/").content.decode()

    assert '<form method="post" action="/accounts/logout/">' in page
    assert 'href="/accounts/logout/"' not in page
