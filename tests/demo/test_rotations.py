"""Rotations: one set for each site, with prices written as the offers file reads them."""

from random import Random

import pytest

from rounds.core.planner.offer_file.amounts import read_price
from rounds.core.vocabulary import Kind, LetterPolicy
from rounds.demo.recipes import OFFERED, VISITING_GRADUATES
from rounds.demo.rotations import offers, written
from rounds.demo.sites import SITES, Style

MADE = offers(Random(1))


def test_every_site_offers_what_its_style_offers():
    for place in SITES:
        kinds = [offer.recipe.kind for offer in MADE if offer.place is place]
        assert kinds == [recipe.kind for recipe in OFFERED[place.style]]


def test_codes_are_different():
    assert len({offer.code for offer in MADE}) == len(MADE)


def test_prices_can_be_read_and_begin_with_the_tuition():
    assert {read_price(offer.price)[0].label for offer in MADE} == {"tuition"}


def test_the_visa_fee_is_asked_of_visitors_only():
    for offer in MADE:
        has_fee = any(line.once == "visa" for line in read_price(offer.price))
        assert has_fee == (offer.entry == VISITING_GRADUATES)


def test_a_turnaround_is_stated_exactly_where_letters_are_written():
    for offer in MADE:
        writes = offer.policy in (LetterPolicy.WRITES, LetterPolicy.CONDITIONAL)
        assert (offer.turnaround_days is not None) == writes


def test_only_hospitals_of_schools_and_unsure_ones_offer_electives():
    styles = {offer.place.style for offer in MADE if offer.recipe.kind is Kind.ELECTIVE}

    assert styles == {Style.SCHOOL, Style.UNSURE}


@pytest.mark.parametrize(
    ("cents", "text"), [(0, "0.00"), (5, "0.05"), (54_00, "54.00"), (1_234_567_89, "1,234,567.89")]
)
def test_cents_are_written_as_dollars(cents, text):
    assert written(cents) == text
