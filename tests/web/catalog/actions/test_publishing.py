from datetime import date

import pytest

from rounds.web.catalog.actions.publishing import (
    publish,
    publish_terms,
    undo_withdrawal,
    withdraw,
)
from rounds.web.catalog.actions.standing import missing_in
from rounds.web.catalog.models import RotationText
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.keepers import (
    AT,
    ON,
    make_draft_term,
    make_keeper,
    make_whole_rotation,
    told_of,
)
from tests.web.catalog.makers import make_agreement, make_site, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return {"by": make_keeper(), "at": AT, "on": ON}


def test_a_whole_draft_is_published_and_found(by):
    rotation = make_whole_rotation(state="draft")
    publish(thing=rotation, version=1, **by)

    rotation.refresh_from_db()
    assert (rotation.state, rotation.version) == ("published", 2)
    assert told_of(rotation) == [("published", {"version": 2})]
    assert RotationText.objects.get().rotation_id == rotation.pk


def test_the_gate_lists_everything_at_once_and_changes_nothing(by):
    site = make_site(state="draft", street="", time_zone="")

    with pytest.raises(Refusal) as refused:
        publish(thing=site, version=1, **by)
    assert [one.field for one in missing_in(refused.value)] == ["time_zone", "street"]
    site.refresh_from_db()
    assert (site.state, site.version, told_of(site)) == ("draft", 1, [])


@pytest.mark.parametrize("state", ["published", "withdrawn"])
def test_only_drafts_are_published(by, state):
    with pytest.raises(Refusal, match=state):
        publish(thing=make_site(state=state), version=1, **by)


def test_who_publishes_has_seen_the_newest_version(by):
    with pytest.raises(Refusal) as refused:
        publish(thing=make_site(state="draft", version=2), version=1, **by)
    assert refused.value.code == "changed_meanwhile"


def test_a_withdrawal_hides_and_tells_what_it_hid_and_why(by):
    rotation = make_whole_rotation()
    term = make_term(rotation, taken=1)
    withdraw(thing=rotation.site, version=1, why="The host asked.", **by)

    rotation.site.refresh_from_db()
    assert rotation.site.state == "withdrawn"
    told = {"version": 2, "why": "The host asked.", "hides": [term.code]}
    assert told_of(rotation.site) == [("withdrawn", told)]
    assert RotationText.objects.count() == 0


def test_only_what_is_published_is_withdrawn(by):
    with pytest.raises(Refusal, match="draft"):
        withdraw(thing=make_site(state="draft"), version=1, why="", **by)


def test_a_withdrawal_is_taken_back_through_the_same_gate(by):
    site = make_site(state="withdrawn")
    undo_withdrawal(thing=site, version=1, **by)
    site.refresh_from_db()
    assert (site.state, told_of(site)) == ("published", [("withdrawal_undone", {"version": 2})])

    with pytest.raises(Refusal, match="street"):
        undo_withdrawal(thing=make_site(state="withdrawn", street=""), version=1, **by)
    with pytest.raises(Refusal, match="no withdrawal"):
        undo_withdrawal(thing=make_site(), version=1, **by)


def test_an_agreement_on_which_open_terms_rest_stays_in_force(by):
    rotation = make_whole_rotation()
    term, agreement = make_term(rotation), rotation.site.agreements.get()

    with pytest.raises(Refusal) as refused:
        withdraw(thing=agreement, version=1, why="", **by)
    assert refused.value.params["codes"] == [term.code]

    make_agreement(rotation.site)
    withdraw(thing=agreement, version=1, why="There is a new one.", **by)
    agreement.refresh_from_db()
    assert agreement.state == "withdrawn"


def test_chosen_drafts_are_opened_together(by):
    rotation = make_whole_rotation()
    first = make_draft_term(rotation)
    second = make_draft_term(rotation, first=date(2027, 3, 1))
    left = make_draft_term(rotation, first=date(2027, 5, 3))
    opened = publish_terms(rotation=rotation, terms=[first, second], **by)

    assert {term.pk for term in opened} == {first.pk, second.pk}
    states = dict(rotation.terms.values_list("pk", "state"))
    assert states == {first.pk: "published", second.pk: "published", left.pk: "draft"}
    assert told_of(first) == [("published", {"version": 2})]


def test_terms_are_opened_all_or_none_and_every_finding_is_listed(by):
    rotation = make_whole_rotation()
    good = make_draft_term(rotation)
    late = [make_draft_term(rotation, first=date(2031, month, 1)) for month in (2, 6)]

    with pytest.raises(Refusal) as refused:
        publish_terms(rotation=rotation, terms=[good, *late], **by)
    assert [one.part for one in missing_in(refused.value)] == [
        "agreements", "licenses", "agreements", "licenses",
    ]  # fmt: skip
    assert set(rotation.terms.values_list("state", flat=True)) == {"draft"}


def test_nothing_chosen_is_said(by):
    rotation = make_whole_rotation()
    for terms in (
        [],
        [make_term(rotation)],
        [make_draft_term(make_whole_rotation(preceptor=rotation.preceptor))],
    ):
        with pytest.raises(Refusal, match="at least one"):
            publish_terms(rotation=rotation, terms=terms, **by)
