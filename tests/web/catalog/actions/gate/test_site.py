import pytest

from rounds.web.catalog.actions.gate import missing_of_site
from rounds.web.catalog.models import Site

WHOLE = {
    "name": "Lakeside",
    "kind": "hospital",
    "street": "1 Shore Road",
    "city": "Gable Falls",
    "state_code": "NY",
    "zip_code": "07357",
    "time_zone": "America/New_York",
}


def fields_missing(**over):
    return [one.field for one in missing_of_site(Site(**{**WHOLE, **over}))]


def test_a_whole_site_lacks_nothing():
    assert fields_missing() == []


@pytest.mark.parametrize("field", ["name", "city", "time_zone", "street", "zip_code"])
def test_each_blank_is_named_with_its_field(field):
    assert fields_missing(**{field: ""}) == [field]


def test_everything_is_listed_at_once():
    found = missing_of_site(Site(kind="hospital"))

    assert [one.field for one in found] == [
        "name", "city", "time_zone", "street", "zip_code", "state_code",
    ]  # fmt: skip
    assert {one.part for one in found} == {"facts"}


def test_an_online_site_needs_no_street():
    assert fields_missing(kind="online", street="", zip_code="") == []


@pytest.mark.parametrize(
    ("field", "value"), [("state_code", "XX"), ("zip_code", "735"), ("time_zone", "Moon/Sea")]
)
def test_what_cannot_be_is_refused(field, value):
    assert fields_missing(**{field: value}) == [field]


def test_a_territory_is_a_place_like_another():
    assert fields_missing(state_code="GU", zip_code="96910", time_zone="Pacific/Guam") == []
