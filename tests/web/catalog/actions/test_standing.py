from datetime import date, timedelta

import pytest

from rounds.web.catalog.actions.gate import Missing
from rounds.web.catalog.actions.standing import (
    is_open,
    missing_in,
    missing_of,
    open_terms_of,
    refuse_if_incomplete,
    rotation_file,
    stay_complete,
    term_file,
)
from rounds.web.catalog.models import Blackout, Term
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.keepers import ON, make_whole_preceptor, make_whole_rotation
from tests.web.catalog.makers import make_agreement, make_preceptor, make_site, make_term

pytestmark = pytest.mark.django_db


def test_whole_things_lack_nothing():
    rotation = make_whole_rotation()
    term = make_term(rotation)

    things = [rotation.site, rotation.preceptor, rotation, term, rotation.site.agreements.get()]
    assert [missing_of(thing, on=ON) for thing in things] == [[], [], [], [], []]


def test_each_kind_is_asked_by_its_own_gate():
    things = [
        (make_site(street=""), "street"),
        (make_preceptor(), "npi"),
        (make_whole_rotation(may_do=""), "may_do"),
        (make_agreement(make_site(), signed_with=""), "signed_with"),
    ]
    assert [[one.field for one in missing_of(thing, on=ON)] for thing, _ in things] == [
        [field] for _, field in things
    ]


def test_nothing_else_is_published():
    with pytest.raises(TypeError):
        missing_of(Blackout(), on=ON)


def test_the_file_of_a_rotation_holds_its_rows_and_open_terms():
    rotation = make_whole_rotation()
    open_one = make_term(rotation)
    make_term(rotation, first=date(2027, 3, 1), state="draft")
    make_term(rotation, first=date(2026, 3, 2))

    kept = rotation_file(rotation, on=ON)
    assert kept.terms == [open_one]
    assert [len(kept.hours), len(kept.lines), len(kept.licenses)] == [2, 2, 1]


def test_the_file_of_terms_holds_what_decides_over_them():
    rotation = make_whole_rotation()
    off = Blackout.objects.create(
        preceptor=rotation.preceptor, first=date(2027, 1, 1), last=date(2027, 1, 2)
    )
    kept = term_file(rotation)

    assert (kept.state_code, kept.blackouts) == ("NY", [off])
    assert kept.agreements == list(rotation.site.agreements.all())
    assert kept.licenses == list(rotation.preceptor.licenses.all())


def test_a_term_is_open_through_its_last_day():
    assert is_open(Term(state="published", last=ON), on=ON)
    assert not is_open(Term(state="published", last=ON - timedelta(days=1)), on=ON)
    assert not is_open(Term(state="draft", last=ON), on=ON)


def test_open_terms_are_found_from_everything_they_rest_on():
    rotation = make_whole_rotation()
    later, first = make_term(rotation, first=date(2027, 3, 1)), make_term(rotation)
    make_term()
    agreement = rotation.site.agreements.get()

    for thing in (rotation, rotation.site, rotation.preceptor, agreement):
        assert list(open_terms_of(thing, on=ON)) == [first, later]
    assert list(open_terms_of(later, on=ON)) == [later]


def test_a_rotation_that_is_not_published_shows_no_terms():
    rotation = make_whole_rotation(state="draft")
    make_term(rotation)
    assert list(open_terms_of(rotation.site, on=ON)) == []


def test_all_that_is_missing_stands_in_one_refusal():
    missing = [Missing("facts", "name", "Name it."), Missing("price", "", "Price it.")]
    refuse_if_incomplete([])

    with pytest.raises(Refusal) as refused:
        refuse_if_incomplete(missing)
    assert refused.value.sentence == "Before the public may see this: Name it. Price it."
    assert missing_in(refused.value) == missing
    assert missing_in(Refusal("other", "No.")) == []


def test_a_draft_may_be_half_empty():
    stay_complete(make_site(state="draft", street=""), on=ON)


def test_what_is_published_stays_complete():
    with pytest.raises(Refusal, match="street"):
        stay_complete(make_site(street=""), on=ON)
    with pytest.raises(Refusal, match="license"):
        stay_complete(make_whole_preceptor(licensed_in=""), on=ON)


def test_a_published_rotation_can_be_mended_while_its_site_is_withdrawn():
    stay_complete(make_whole_rotation(site=make_site(state="withdrawn")), on=ON)
