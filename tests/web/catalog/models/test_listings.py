import pytest

from tests.web.catalog.makers import (
    is_refused,
    make_listing,
)

pytestmark = pytest.mark.django_db


def test_an_entry_of_a_foreign_list_is_kept_once_a_source():
    listing = make_listing(source="list", source_id="7", title="Puddle")

    assert str(listing) == "Puddle"
    assert is_refused(lambda: make_listing(source="list", source_id="7"))
