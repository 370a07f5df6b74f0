"""What the gate asks for, one rule at a time; whole things are walked in test_actions.py."""

from datetime import date

import pytest

from rounds.web.catalog.actions.gate.agreement import missing_of_agreement
from rounds.web.catalog.actions.gate.missing import Missing, blank
from rounds.web.catalog.actions.gate.preceptor import is_npi, missing_of_preceptor
from rounds.web.catalog.actions.gate.site import missing_of_site
from rounds.web.catalog.actions.gate.term import TermFile, missing_of_term
from rounds.web.catalog.models import (
    Agreement,
    Blackout,
    License,
    Preceptor,
    Publication,
    Site,
    SiteKind,
    Term,
)

TODAY = date(2026, 11, 27)
TERM = Term(code="T-1", first=date(2027, 1, 4), last=date(2027, 1, 29))
AGREED = Agreement(state=Publication.PUBLISHED, first=date(2027, 1, 4), last=date(2027, 1, 29))


def kept(**over):
    return TermFile(**{
        "state_code": "NY", "agreements": [AGREED], "blackouts": [],
        "licenses": [License(state_code="NY", expires_on=date(2027, 1, 29))], **over,
    })  # fmt: skip


def parts(**over):
    return [one.part for one in missing_of_term(TERM, kept(**over), on=TODAY)]


def test_a_term_may_fill_its_agreement_and_its_license_to_the_last_day():
    assert parts() == []


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ({"agreements": []}, ["agreements"]),
        ({"agreements": [Agreement(state="draft", first=AGREED.first, last=AGREED.last)]},
         ["agreements"]),
        ({"licenses": []}, ["licenses"]),
        ({"licenses": [License(state_code="TX", expires_on=date(2030, 1, 1))]}, ["licenses"]),
        ({"licenses": [License(state_code="NY", expires_on=date(2027, 1, 28))]}, ["licenses"]),
        ({"blackouts": [Blackout(first=date(2027, 1, 29), last=date(2027, 2, 5))]},
         ["blackouts"]),
        ({"blackouts": [Blackout(first=date(2027, 1, 30), last=date(2027, 2, 5))]}, []),
    ],
)  # fmt: skip
def test_each_rule_holds_to_the_day(over, expected):
    assert parts(**over) == expected


def test_a_term_starts_in_the_future():
    assert [one.part for one in missing_of_term(TERM, kept(), on=TERM.first)] == ["terms"]


def test_several_agreements_do_not_add_up():
    halves = [
        Agreement(state="published", first=date(2027, 1, 1), last=date(2027, 1, 15)),
        Agreement(state="published", first=date(2027, 1, 16), last=date(2027, 2, 28)),
    ]

    assert parts(agreements=halves) == ["agreements"]


@pytest.mark.parametrize(
    ("text", "is_right"),
    [("1234567893", True), ("1234567890", False), ("123456789", False), ("12345678९3", False)],
)
def test_the_check_digit_of_an_npi(text, is_right):
    assert is_npi(text) is is_right


def test_a_preceptor_needs_a_license_in_force():
    preceptor = Preceptor(
        first_name="A", last_name="B", specialty="neurology", npi="1234567893", cap_a_week=1
    )
    expired = License(state_code="NY", expires_on=date(2026, 11, 26))

    assert [one.part for one in missing_of_preceptor(preceptor, [], on=TODAY)] == ["licenses"]
    assert [one.part for one in missing_of_preceptor(preceptor, [expired], on=TODAY)] == [
        "licenses"
    ]
    last_day = License(state_code="NY", expires_on=TODAY)
    assert missing_of_preceptor(preceptor, [last_day], on=TODAY) == []


def test_an_online_site_needs_no_street():
    site = Site(name="A", city="B", state_code="NY", time_zone="America/New_York")
    assert [one.field for one in missing_of_site(site)] == ["street", "zip_code"]
    site.kind = SiteKind.ONLINE

    assert missing_of_site(site) == []


def test_an_agreement_needs_reference_and_signature():
    assert [one.field for one in missing_of_agreement(Agreement())] == ["reference", "signed_with"]


def test_what_was_left_empty_is_asked_for_with_its_place():
    assert blank("facts", Site(name="A"), [("name", "Name."), ("city", "City.")]) == [
        Missing("facts", "city", "City.")
    ]
