from datetime import date, timedelta

import pytest

from rounds.web.catalog.models import Site
from rounds.web.desk import queries
from tests.web.catalog.makers import (
    TODAY,
    make_agreement,
    make_preceptor,
    make_rotation,
    make_site,
    make_term,
)

pytestmark = pytest.mark.django_db


def test_imported_hospitals_are_chosen_from_only_when_we_work_with_them():
    make_site(origin="cms")
    partner = make_agreement(make_site(origin="cms")).site
    own = make_site()

    assert set(queries.sites_we_work_with()) == {partner, own}


def test_licenses_and_agreements_are_named_while_they_run_out():
    def licensed(days):
        return make_preceptor(licensed_in="").licenses.create(
            state_code="NY", number="7", expires_on=TODAY + timedelta(days=days)
        )

    found = [licensed(days) for days in (61, 60, 10)]
    assert set(queries.licenses_running_out(on=TODAY)) >= {found[1], found[2]}
    assert found[0] not in queries.licenses_running_out(on=TODAY)
    soon = make_agreement(make_site(), last=TODAY + timedelta(days=30))
    make_agreement(make_site(), last=TODAY + timedelta(days=90))
    assert list(queries.agreements_running_out(on=TODAY)) == [soon]


def test_a_published_rotation_without_a_free_seat_ahead_is_named():
    empty, full, free = make_rotation(), make_rotation(), make_rotation()
    make_term(full, seats=1, taken=1)
    make_term(free)
    make_term(empty, first=date(2026, 11, 2))

    assert set(queries.rotations_without_seats(on=TODAY)) == {empty, full}


def test_an_open_term_whose_license_is_gone_no_longer_fits():
    rotation = make_rotation()
    make_agreement(rotation.site)
    term = make_term(rotation)
    assert list(queries.terms_that_no_longer_fit(on=TODAY)) == []
    rotation.preceptor.licenses.update(expires_on=term.first)

    assert list(queries.terms_that_no_longer_fit(on=TODAY)) == [term]


def test_a_desk_has_begun_with_its_first_own_thing():
    assert queries.has_begun() is False
    Site.objects.create(slug="a", name="A", city="B", state_code="NY", origin="own")

    assert queries.has_begun() is True


def test_lists_are_narrowed_by_words_and_state():
    gable = make_site(name="Gable", state_code="TX")
    make_site(name="Other", city="Puddle Landing")

    assert list(queries.sites(text="gab")) == [gable]
    assert list(queries.sites(state_code="TX")) == [gable]
    assert list(queries.sites(state="draft")) == []
    rotation = make_rotation(title="Sleep", site=gable)
    assert list(queries.rotations(text="sleep gable")) == [rotation]
