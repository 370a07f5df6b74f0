"""The forms of the desk: dollars, yes-no-unknown, and what cannot be."""

import pytest

from rounds.web.catalog.models import PriceLine, Site
from rounds.web.desk.forms.agreements import AgreementForm
from rounds.web.desk.forms.decisions import DecisionForm
from rounds.web.desk.forms.preceptors import BlackoutForm, LicenseForm
from rounds.web.desk.forms.rotations import PriceLineForm
from rounds.web.desk.forms.sites import SchoolForm
from rounds.web.desk.forms.terms import SeriesForm
from rounds.web.kit.refusal import Refusal

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("1250.50", 125_050), ("$1,250", 125_000), ("0", 0), ("", None), (" 7 ", 700)],
)
def test_dollars_are_typed_and_cents_are_kept(typed, cents):
    form = PriceLineForm({"label": "tuition", "cents": typed, "per": "term", "version": 1})

    assert form.is_valid(), form.errors
    assert form.values["cents"] == cents


@pytest.mark.parametrize("typed", ["1.234", "-1", "abc", "99999999"])
def test_what_is_no_amount_is_refused(typed):
    form = PriceLineForm({"label": "tuition", "cents": typed, "per": "term", "version": 1})

    assert list(form.errors) == ["cents"]


def test_kept_cents_are_shown_as_dollars():
    form = PriceLineForm(instance=PriceLine(label="a", cents=125_050))

    assert 'value="1250.50"' in str(form["cents"])


def test_a_fact_about_a_school_needs_source_and_day():
    form = SchoolForm({"is_medical_school_hospital": "True", "version": 1}, instance=Site())

    assert not form.is_valid()
    assert {"medical_school_source", "medical_school_read_on"} <= set(form.errors)


@pytest.mark.parametrize(
    ("form", "told", "field"),
    [
        (BlackoutForm, {"first": "2027-02-02", "last": "2027-02-01"}, "last"),
        (
            AgreementForm,
            {"reference": "A", "signed_with": "B", "first": "2027-02-02", "last": "2027-02-01"},
            "last",
        ),
        (
            LicenseForm,
            {"state_code": "ZZ", "number": "7", "expires_on": "2027-01-01"},
            "state_code",
        ),
    ],
)
def test_what_cannot_be_is_told_at_its_field(form, told, field):
    filled = form(told | {"version": 1})

    assert field in filled.errors


def test_a_decision_needs_names_reasons_and_days():
    form = DecisionForm({})

    assert {"states", "kinds", "statuses", "decided_by", "counsel", "reason", "until"} <= set(
        form.errors
    )


def test_a_series_is_planned_in_numbers():
    form = SeriesForm(
        {"first_start": "2027-01-04", "weeks": "4", "every_weeks": "4", "count": "6", "seats": "2"}
    )

    assert form.is_valid()
    assert (form.plan.weeks, form.plan.count) == (4, 6)
    assert set(SeriesForm({"weeks": "x"}).errors) >= {"first_start", "weeks"}


def test_a_verbs_no_stands_beside_its_field():
    form = PriceLineForm({"label": "a", "cents": "1", "per": "term", "version": 1})
    form.is_valid()
    form.take(Refusal("taken", "There is one already.", field="label"))
    form.take(Refusal("other", "Something else."))

    assert form.errors["label"] == ["There is one already."]
    assert form.non_field_errors() == ["Something else."]
