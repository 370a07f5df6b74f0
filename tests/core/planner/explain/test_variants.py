from dataclasses import replace
from datetime import date

from rounds.core.legality.rulebook import Rulebook
from rounds.core.planner.candidates import candidates
from rounds.core.planner.explain.pricing import cost_of
from rounds.core.planner.explain.variants import (
    for_doors_and_dollars,
    roof,
    with_budget,
    with_dates,
    with_law_aside,
    with_seats,
)
from rounds.core.planner.offers import PriceLine
from tests.core.planner.explain.small import HANDS_ON, MARCH, MAY, world
from tests.core.planner.worlds import site, term


def codes(question):
    return [term.code for term in candidates(question).terms]


def test_each_variant_changes_its_limit_and_nothing_else():
    question = world(budget=10, letters=2, cents_for_a_letter=5)
    first, last = date(2027, 1, 1), date(2027, 2, 1)

    assert with_budget(question, 7).wishes == replace(question.wishes, budget=7)
    assert with_dates(question, earliest=first, latest=last).wishes == replace(
        question.wishes, earliest=first, latest=last
    )
    assert for_doors_and_dollars(question).wishes == replace(
        question.wishes, letters=0, cents_for_a_letter=0
    )


def test_the_roof_is_above_all_terms_together():
    question = world()

    assert cost_of(question, question.terms) == 150_000
    assert roof(question) == 150_100

    away = term("AWAY", at=site(1, housing=10_000, travel=30_000))
    assert roof(world((away, MAY))) == 100 + 140_000 + 50_000 + 30_000


def test_the_roof_still_keeps_out_what_has_no_price():
    unpriced = replace(MAY, price=(PriceLine("fee", None),))
    question = world((MARCH, unpriced))

    assert codes(question) == ["MARCH", "MAY"]
    assert codes(with_budget(question, roof(question))) == ["MARCH"]


def test_seats_are_freed_in_the_named_terms_only():
    question = world((replace(MARCH, seats=0), replace(MAY, seats=0)))

    freed = with_seats(question, frozenset({"MAY"}))

    assert codes(freed) == ["MAY"]
    assert [one.seats for one in freed.terms] == [0, 1]


def test_with_the_law_aside_only_named_terms_enter():
    question = world((MARCH, MAY, HANDS_ON))

    assert codes(question) == ["MARCH", "MAY"]
    aside = with_law_aside(question, entering=["MAY"], unlocked=frozenset({"HANDS"}))
    assert codes(aside) == ["HANDS", "MAY"]
    assert aside.rulebook == Rulebook()
