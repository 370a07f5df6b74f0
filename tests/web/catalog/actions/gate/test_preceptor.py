from datetime import date

import pytest

from rounds.web.catalog.actions.gate import Missing, is_npi, missing_of_preceptor
from rounds.web.catalog.models import License, Preceptor

TODAY = date(2026, 11, 27)
WHOLE = {
    "first_name": "Ada",
    "last_name": "Mossgrove",
    "specialty": "neurology",
    "npi": "1234567893",
    "cap_a_week": 2,
}


def missing(licenses=(date(2028, 1, 1),), **over):
    kept = [License(state_code="NY", expires_on=last) for last in licenses]
    return missing_of_preceptor(Preceptor(**{**WHOLE, **over}), kept, on=TODAY)


def test_a_whole_preceptor_lacks_nothing():
    assert missing() == []


def test_everything_is_listed_at_once():
    empty = dict.fromkeys(WHOLE, "") | {"npi": None, "cap_a_week": None}

    assert [(one.part, one.field) for one in missing(licenses=(), **empty)] == [
        ("facts", "first_name"),
        ("facts", "last_name"),
        ("facts", "specialty"),
        ("facts", "npi"),
        ("facts", "cap_a_week"),
        ("licenses", ""),
    ]


def test_a_license_counts_on_its_last_day_and_no_longer():
    assert missing(licenses=(TODAY,)) == []
    assert missing(licenses=(date(2026, 11, 26), date(2025, 1, 1))) == [
        Missing("licenses", "", "The last license expired on Nov 26, 2026. Add one in force.")
    ]


def test_an_npi_with_a_wrong_digit_is_told():
    assert [one.field for one in missing(npi="1234567894")] == ["npi"]


@pytest.mark.parametrize("npi", ["1234567893", "1679576722"])
def test_the_check_digit_of_a_right_npi_is_right(npi):
    assert is_npi(npi)


@pytest.mark.parametrize("digit", "0124567")
def test_each_other_last_digit_is_wrong(digit):
    assert not is_npi(f"123456789{digit}")


@pytest.mark.parametrize("text", ["", "123456789", "12345678930", "12345 7893", "١٢٣٤٥٦٧٨٩٣"])
def test_what_is_not_ten_digits_is_none(text):
    assert not is_npi(text)
