"""Money is read strictly: an exact amount, or known to be unknown."""

import pytest

from rounds.core.planner.offer_file.amounts import NotAnAmount, read_amount, read_price
from rounds.core.planner.offers import PriceLine


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1800", 1800_00),
        ("$1,800", 1800_00),
        ("1,800.50", 1800_50),
        (" 54.00 ", 54_00),
        ("0", 0),
        ("1,000,000", 1_000_000_00),
        ("", None),
        ("  ", None),
        ("unknown", None),
        ("Unknown", None),
    ],
)
def test_amounts_become_cents(text, cents):
    assert read_amount(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "~$200-400",
        "Contact",
        "Free",
        "1.800,00",
        "12,34",
        "1,8000",
        "5.5",
        "5.555",
        "-5",
        "€5",
        "٥",
    ],
)
def test_a_guess_is_no_amount(text):
    with pytest.raises(NotAnAmount) as caught:
        read_amount(text)

    assert str(caught.value) == (
        f'"{text}" is no exact amount; write dollars such as 1,800.00, '
        "or unknown when nobody states it."
    )


def test_an_amount_beyond_reason_is_refused():
    with pytest.raises(NotAnAmount) as caught:
        read_amount("1000001")

    assert str(caught.value) == '"1000001" is more than a rotation can cost.'


def test_price_lines_carry_label_key_and_estimate():
    text = "tuition 1,800.00; malpractice cover $450 (estimate) ; background check [background] 54;"

    assert read_price(text) == (
        PriceLine("tuition", 1800_00),
        PriceLine("malpractice cover", 450_00, is_estimate=True),
        PriceLine("background check", 54_00, once="background"),
    )


def test_a_line_may_be_known_to_be_unknown():
    assert read_price("tuition unknown; visa fee [visa] 185") == (
        PriceLine("tuition", None),
        PriceLine("visa fee", 185_00, once="visa"),
    )


@pytest.mark.parametrize("text", ["", " ", "unknown"])
def test_a_price_nobody_states_is_one_unknown_line(text):
    assert read_price(text) == (PriceLine("price", None),)


@pytest.mark.parametrize(
    "text", ["tuition", "900.00", "[visa] 185", "tuition [] 5", "visa [a] [b] 5"]
)
def test_a_line_needs_a_label_and_an_amount(text):
    with pytest.raises(NotAnAmount) as caught:
        read_price(text)

    assert str(caught.value) == (
        f'"{text}" is no price line; write a label and an amount, such as tuition 1,800.00.'
    )


def test_a_guess_within_a_line_is_refused():
    with pytest.raises(NotAnAmount) as caught:
        read_price("tuition 900; malpractice 400-600")

    assert str(caught.value).startswith('"400-600" is no exact amount;')
