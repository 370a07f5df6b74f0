import pytest

from rounds.web.desk.views.kinds import KINDS
from tests.web.catalog.keepers import make_whole_rotation
from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db


def test_what_has_a_verb_to_copy_it_says_so():
    assert {kind.key: kind.can_be_copied for kind in KINDS} == {
        "sites": True,
        "preceptors": True,
        "rotations": True,
        "agreements": False,
        "terms": False,
    }


@pytest.mark.parametrize("key", ["sites", "preceptors", "rotations"])
def test_the_page_of_a_thing_offers_to_copy_it(coordinator, key):
    rotation = make_whole_rotation()
    pk = {"sites": rotation.site_id, "preceptors": rotation.preceptor_id, "rotations": rotation.pk}
    page = client_of(coordinator).get(f"/desk/{key}/{pk[key]}/").content.decode()

    assert page.count(f'action="/desk/{key}/{pk[key]}/copy/"') == 1
