import re

import pytest

from rounds.web.kit.templatetags.kit import WORDS
from rounds.web.kit.tokens import EDGES, TEXTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    return client.get("/style/").content.decode()


def test_every_state_is_shown_with_a_shape(page):
    said = [state.said for codes in WORDS.values() for state in codes.values()]

    badges = re.findall(
        r'<span class="badge [^"]*"><svg.*?</svg>\s*([^<]*)</span>', page, re.DOTALL
    )
    assert set(said) <= {words.strip() for words in badges}


def test_every_pair_that_is_measured_is_shown(page):
    for one, two in [*TEXTS, *EDGES]:
        assert f"{one} on {two}" in page


def test_a_refused_form_names_each_field_it_refuses(page):
    for field in ("id_name", "id_degree", "id_role_0"):
        assert f'href="#{field}"' in page
        assert f'id="{field}"' in page


def test_nothing_is_said_in_a_style_of_its_own(page):
    assert " style=" not in page
    assert "<style" not in page


def test_production_has_no_such_page(client, settings):
    settings.PROFILE = "production"

    assert client.get("/style/").status_code == 404
