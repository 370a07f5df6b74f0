import pytest

from rounds.web.catalog.actions.sites import copy_site, create_site, edit_site, known_zip
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.keepers import AT, ON, make_keeper, told_of
from tests.web.catalog.makers import make_site

pytestmark = pytest.mark.django_db
PLACE = {"name": "Lakeside", "city": "Chicago", "state_code": "IL"}


@pytest.fixture
def keeper():
    return make_keeper()


def edit(site, keeper, **values):
    return edit_site(site=site, values=values, version=site.version, by=keeper, at=AT, on=ON)


def test_a_site_begins_as_a_draft_with_an_address_of_its_own(keeper):
    sites = [create_site(values=PLACE, by=keeper, at=AT) for _ in range(2)]
    assert [(one.state, one.slug) for one in sites] == [
        ("draft", "lakeside-chicago"),
        ("draft", "lakeside-chicago-2"),
    ]


def test_a_right_to_left_name_is_kept_as_it_is(keeper):
    site = create_site(values={**PLACE, "name": "مستشفى البحيرة"}, by=keeper, at=AT)
    site.refresh_from_db()
    assert (site.name, site.slug) == ("مستشفى البحيرة", "chicago")


def test_a_zip_code_brings_its_point_and_an_unknown_one_none(keeper):
    site = create_site(values={**PLACE, "zip_code": "60612"}, by=keeper, at=AT)
    assert (site.latitude, site.longitude) == (41.8805, -87.6873)

    edit(site, keeper, zip_code="60612", name="Lakeside West")
    site.refresh_from_db()
    assert site.latitude == 41.8805
    edit(site, keeper, zip_code="00000")
    site.refresh_from_db()
    assert (site.latitude, site.longitude) == (None, None)


def test_each_change_is_told(keeper):
    site = edit(make_site(phone=""), keeper, phone="555 0100")
    change = {"phone": {"before": "", "after": "555 0100"}}
    assert told_of(site) == [("changed", {"version": 2, "changes": change})]


def test_the_second_of_two_editors_is_refused_and_nothing_is_overwritten(keeper):
    site = make_site(phone="")
    edit(site, keeper, phone="555 0100")

    with pytest.raises(Refusal) as refused:
        edit(site, keeper, phone="555 0199")
    assert refused.value.code == "changed_meanwhile"
    site.refresh_from_db()
    assert site.phone == "555 0100"


def test_a_published_site_may_not_lose_its_street(keeper):
    site = make_site()
    with pytest.raises(Refusal, match="street"):
        edit(site, keeper, street="")
    site.refresh_from_db()
    assert (site.street, told_of(site)) == ("1 Fictional Street", [])


def test_a_cms_number_is_had_once(keeper):
    make_site(ccn="01005F")
    with pytest.raises(Refusal, match="CMS number"):
        create_site(values={**PLACE, "ccn": "01005F"}, by=keeper, at=AT)
    with pytest.raises(Refusal, match="CMS number"):
        edit(make_site(), keeper, ccn="01005F")


def test_a_copy_is_a_draft_without_what_belongs_to_one_place(keeper):
    site = make_site(ccn="01005F", origin="cms", phone="555 0100")
    copy = copy_site(site=site, by=keeper, at=AT)

    assert (copy.name, copy.state, copy.ccn, copy.origin) == (
        f"Copy of {site.name}", "draft", None, "own",
    )  # fmt: skip
    assert copy.phone == "555 0100"
    assert copy.slug != site.slug
    assert told_of(copy)[0][1]["source"] == site.slug


@pytest.mark.parametrize("zip_code", ["", "6061", "606123", "6O612", "٦٠٦١٢", "00000"])
def test_what_is_no_zip_code_is_not_known(zip_code):
    assert known_zip(zip_code) is None


def test_a_zip_code_tells_state_and_time_zone():
    found = known_zip("60612")
    assert (found["state"], found["timezone"]) == ("IL", "America/Chicago")
