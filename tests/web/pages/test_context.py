import pytest

from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db


def places(client, address="/"):
    return [place.words for place in client.get(address).context["places"]]


def test_everybody_sees_where_they_may_go(client, applicant, reader):
    assert places(client) == ["Rotations", "Programs", "May I?", "Sign in"]
    assert places(client_of(applicant)) == [
        "Rotations",
        "Programs",
        "May I?",
        "Plans",
        "My facts",
        "Account",
    ]
    assert places(client_of(reader))[-1] == "Desk"


def test_the_place_one_is_at_is_marked_once(applicant):
    found = client_of(applicant).get("/me/facts/").context["places"]

    assert [place.words for place in found if place.is_here] == ["My facts"]
