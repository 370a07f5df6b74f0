from datetime import date

import pytest

from rounds.web.catalog.actions.agreements import (
    create_agreement,
    edit_agreement,
    refuse_if_terms_rest_on,
)
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.keepers import AT, ON, make_keeper, make_whole_rotation, told_of
from tests.web.catalog.makers import make_agreement, make_site, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return make_keeper()


def values(site, **over):
    return {
        "site": site, "reference": "A-1", "signed_with": "The dean", "note": "",
        "first": date(2026, 1, 1), "last": date(2028, 12, 31), **over,
    }  # fmt: skip


def edit(agreement, keeper, **told):
    return edit_agreement(
        agreement=agreement, values=told, version=agreement.version, by=keeper, at=AT, on=ON
    )


def test_an_agreement_begins_as_a_draft(keeper):
    agreement = create_agreement(values=values(make_site()), by=keeper, at=AT)

    assert agreement.state == "draft"
    assert [verb for verb, _ in told_of(agreement)] == ["created"]


def test_a_reference_is_given_once_a_site(keeper):
    site = make_site()
    create_agreement(values=values(site), by=keeper, at=AT)
    create_agreement(values=values(make_site()), by=keeper, at=AT)

    with pytest.raises(Refusal) as refused:
        create_agreement(values=values(site), by=keeper, at=AT)
    assert refused.value.params == {"field": "reference"}
    with pytest.raises(Refusal):
        edit(make_agreement(site), keeper, reference="A-1")


def test_the_days_change_while_no_open_term_is_left_outside(keeper):
    rotation = make_whole_rotation()
    term, agreement = make_term(rotation), rotation.site.agreements.get()
    edit(agreement, keeper, last=term.last)
    agreement.refresh_from_db()
    assert agreement.last == term.last

    with pytest.raises(Refusal) as refused:
        edit(agreement, keeper, last=date(2027, 1, 28))
    assert (refused.value.code, refused.value.params["codes"]) == ("terms_outside", [term.code])
    agreement.refresh_from_db()
    assert agreement.last == term.last


def test_a_term_that_lay_outside_before_is_no_obstacle(keeper):
    rotation = make_whole_rotation()
    make_term(rotation, first=date(2035, 1, 1))
    edit(rotation.site.agreements.get(), keeper, note="Filed.")


def test_an_agreement_in_force_keeps_what_the_gate_asked(keeper):
    with pytest.raises(Refusal, match="who signed"):
        edit(make_agreement(make_site()), keeper, signed_with="")


def test_terms_held_by_another_agreement_do_not_rest_on_this_one():
    rotation = make_whole_rotation()
    term, agreement = make_term(rotation), rotation.site.agreements.get()

    with pytest.raises(Refusal, match=term.code):
        refuse_if_terms_rest_on(agreement, on=ON)
    make_agreement(rotation.site)
    refuse_if_terms_rest_on(agreement, on=ON)
