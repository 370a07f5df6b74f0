import pytest

from tests.web.catalog.makers import make_rotation, make_site

pytestmark = pytest.mark.django_db


def test_a_site_shows_what_is_known_and_its_rotations(client):
    site = make_site(name="Gable Hospital (fictional)", housing_cents_a_week=20_000)
    make_rotation(site=site, title="Sleep month")
    page = client.get(site.address).content.decode()

    for words in ("Gable Hospital (fictional)", "$200", "not stated", "Sleep month"):
        assert words in page


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_a_site_that_is_not_published_is_not_there(client, state):
    assert client.get(make_site(state=state).address).status_code == 404
    assert client.get("/sites/nowhere/").status_code == 404
