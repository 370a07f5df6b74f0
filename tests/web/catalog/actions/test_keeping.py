import pytest
from django.db import transaction

from rounds.web.catalog.actions.keeping import (
    add,
    free_slug,
    locked,
    note,
    ref_of,
    refuse_if_taken,
    rotations_of,
    tell_search,
    told,
    touch,
    write,
)
from rounds.web.catalog.models import RotationText, Site
from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.keepers import AT, make_keeper, told_of
from tests.web.catalog.makers import make_agreement, make_rotation, make_site, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return make_keeper()


def test_a_thing_is_named_by_kind_and_number():
    site = make_site()
    assert ref_of(site) == f"site:{site.pk}"


def test_who_saw_the_newest_version_gets_the_row():
    site = make_site(version=3)
    assert locked(site, version=3) == site


def test_who_saw_an_older_version_is_refused():
    site = make_site(version=3)

    with pytest.raises(Refusal) as refused:
        locked(site, version=2)
    assert (refused.value.code, refused.value.params) == ("changed_meanwhile", {"since": 2})


def test_a_new_thing_tells_what_it_began_with(keeper):
    site = Site(slug="lakeside", name="Lakeside", city="Gable Falls", state_code="NY")
    add(site, by=keeper, at=AT)

    assert told_of(site) == [
        (
            "created",
            {
                "version": 1,
                "changes": {
                    "name": {"before": None, "after": "Lakeside"},
                    "kind": {"before": None, "after": "hospital"},
                    "origin": {"before": None, "after": "own"},
                    "city": {"before": None, "after": "Gable Falls"},
                    "state_code": {"before": None, "after": "NY"},
                },
            },
        )
    ]
    assert Entry.objects.get().actor == keeper.ref


def test_only_what_differs_is_written_and_told(keeper):
    site = make_site(name="Old", city="Gable Falls")
    write(site, {"name": "New", "city": "Gable Falls"}, by=keeper, at=AT)

    site.refresh_from_db()
    assert (site.name, site.version) == ("New", 2)
    change = {"name": {"before": "Old", "after": "New"}}
    assert told_of(site) == [("changed", {"version": 2, "changes": change})]


def test_nothing_happens_when_nothing_differs(keeper):
    site = make_site(name="Old")
    write(site, {"name": "Old"}, by=keeper, at=AT)

    assert (site.version, told_of(site)) == (1, [])


def test_what_changes_in_rows_is_told_in_the_same_entry(keeper):
    site = make_site()
    also = {"hours": {"before": {}, "after": {"office": 4}}}
    write(site, {}, by=keeper, at=AT, also=also)

    assert told_of(site) == [("changed", {"version": 2, "changes": also})]


@pytest.mark.parametrize("name", ["state", "version", "slug", "id"])
def test_a_form_cannot_write_what_verbs_of_their_own_write(keeper, name):
    with pytest.raises(ValueError, match=name):
        write(make_site(), {name: 7}, by=keeper, at=AT)


def test_a_touch_saves_the_named_fields_alone():
    site = make_site(name="Old", city="Old")
    site.name, site.city = "New", "New"
    touch(site, "name")

    site.refresh_from_db()
    assert (site.name, site.city, site.version) == ("New", "Old", 2)


def test_another_row_is_told_by_number_and_words():
    rotation = make_rotation()
    site = rotation.site
    assert told(rotation, ["site", "emr"]) == {"site": f"{site.name} (no. {site.pk})", "emr": ""}


def test_a_note_keeps_the_order_of_its_payload(keeper):
    site = make_site()
    note(site, "published", by=keeper, at=AT, why="because")
    assert told_of(site) == [("published", {"version": 1, "why": "because"})]


def test_what_one_row_has_no_other_may_have():
    taken, other = make_site(ccn="01005F"), make_site()
    refuse_if_taken(taken, "ccn", "01005F", "Taken.")
    refuse_if_taken(other, "ccn", None, "Taken.")

    with pytest.raises(Refusal) as refused:
        refuse_if_taken(other, "ccn", "01005F", "Taken.")
    assert (refused.value.code, refused.value.params["field"]) == ("taken", "ccn")


def test_slugs_are_readable_and_free():
    assert free_slug(Site, "Lakeside Hospital") == "lakeside-hospital"
    make_site(slug="lakeside-hospital")
    make_site(slug="lakeside-hospital-2")
    assert free_slug(Site, "Lakeside Hospital") == "lakeside-hospital-3"


@pytest.mark.parametrize("name", ["مستشفى البحيرة", "בית חולים", "…"])
def test_a_name_in_another_script_still_gets_an_address(name):
    assert free_slug(Site, name) == "site"
    make_site(slug="site")
    assert free_slug(Site, name) == "site-2"


def test_a_slug_has_room():
    assert len(free_slug(Site, "a" * 500)) == 100


def test_a_change_touches_the_rotations_that_show_it():
    rotation, other = make_rotation(), make_rotation()
    term = make_term(rotation)

    for thing in (rotation.site, rotation.preceptor, rotation, term):
        assert list(rotations_of(thing)) == [rotation]
    assert list(rotations_of(make_agreement(other.site))) == []


def test_search_learns_of_a_change():
    rotation = make_rotation(title="Sleep")
    with transaction.atomic():
        tell_search(rotation.site)
    assert RotationText.objects.get().rotation_id == rotation.pk
