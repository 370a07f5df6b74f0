from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from rounds.web.catalog.actions.search_index import refresh
from rounds.web.catalog.models import Rotation
from rounds.web.catalog.queries.search.find import find
from rounds.web.catalog.queries.search.wanted import Wanted
from rounds.web.catalog.queries.shown import (
    cards,
    listed_elsewhere,
    name_shown,
    rotation_previewed,
    rotation_shown,
    rotations_compared,
    site_shown,
)
from tests.web.catalog.makers import (
    TODAY,
    make_listing,
    make_preceptor,
    make_rotation,
    make_site,
    make_term,
)

pytestmark = pytest.mark.django_db
NOBODY = frozenset()


@pytest.mark.parametrize("count", [1, 3])
def test_cards_take_three_queries_for_any_number_of_hits(count, django_assert_num_queries):
    for _ in range(count):
        rotation = make_rotation()
        for month in range(1, 6):
            make_term(rotation, first=date(2027, month, 1))
    refresh(rotations=Rotation.objects.values_list("id", flat=True))
    hits = list(find(Wanted(), on=TODAY).hits)

    with django_assert_num_queries(3):
        found = cards(hits)
    assert [(len(card.terms), card.more) for card in found] == [(3, 2)] * count


def test_a_rotation_is_shown_with_its_open_terms_alone(django_assert_num_queries):
    rotation = make_rotation()
    make_term(rotation, first=date(2026, 11, 2))
    make_term(rotation, first=date(2027, 2, 1), state="draft")
    coming = make_term(rotation, first=date(2027, 3, 1))

    with django_assert_num_queries(7):
        found = rotation_shown(slug=rotation.slug, on=TODAY)
    assert found.open_terms == [coming]


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_what_is_not_published_is_shown_to_nobody_but_the_desk(state):
    rotation = make_rotation(state=state)

    assert rotation_shown(slug=rotation.slug, on=TODAY) is None
    assert rotation_previewed(pk=rotation.pk, on=TODAY) == rotation
    assert rotations_compared(slugs=[rotation.slug], on=TODAY) == []
    assert rotation_shown(slug=make_rotation(site=make_site(state=state)).slug, on=TODAY) is None
    assert site_shown(slug=make_site(state=state).slug) is None


def test_rotations_are_compared_in_the_order_asked_for():
    one, two = make_rotation(), make_rotation()

    assert rotations_compared(slugs=[two.slug, "gone", one.slug], on=TODAY) == [two, one]


def test_the_name_is_shown_to_whom_the_rotation_says(applicant):
    def shown(visibility, **over):
        rotation = make_rotation(
            name_visibility=visibility, preceptor=make_preceptor(last_name="Moss", **over)
        )
        return [name_shown(rotation, visitor) for visitor in (AnonymousUser(), applicant)]

    assert shown("public") == ["Ada Moss, MD", "Ada Moss, MD"]
    assert shown("signed_in") == ["", "Ada Moss, MD"]
    assert shown("accepted") == ["", ""]
    assert shown("public", named_since=None) == ["", ""]


def test_a_site_is_shown_with_its_published_rotations():
    site = make_site()
    shown = make_rotation(site=site)
    make_rotation(site=site, state="draft")

    assert site_shown(slug=site.slug).open_rotations == [shown]


def test_what_others_list_is_found_by_title_state_and_kind_and_counted():
    for _ in range(12):
        make_listing(title="Rusk rehabilitation", state_code="NY")
    other = make_listing(title="Miami heart", state_code="FL", kind="research")

    count, rows = listed_elsewhere(words=["rehab"], states=NOBODY, kinds=NOBODY)
    assert (count, len(rows)) == (12, 10)
    assert listed_elsewhere(words=[], states=frozenset({"FL"}), kinds=NOBODY) == (1, [other])
    assert listed_elsewhere(words=[], states=NOBODY, kinds=frozenset({"research"})) == (1, [other])
    assert listed_elsewhere(words=["zzz"], states=NOBODY, kinds=NOBODY) == (0, [])
