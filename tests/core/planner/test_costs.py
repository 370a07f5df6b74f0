from dataclasses import replace

import pytest

from rounds.core.errors import BadInput
from rounds.core.planner.costs import (
    cost_lines,
    has_unknown_cost,
    own_cents,
    shared_cents,
    shared_keys,
)
from rounds.core.planner.offers import PriceLine
from rounds.core.vocabulary import Mode
from tests.core.planner.worlds import site, term

NOTHING = frozenset()
CHECK = PriceLine("background check", 5_400, once="check")


def test_own_cost_is_the_fee_and_housing_by_certified_week():
    assert own_cents(term("A", weeks=3)) == 100_000 + 3 * 20_000
    assert own_cents(term("A", weeks=3, mode=Mode.VIRTUAL)) == 100_000


def test_shared_costs_are_once_only_keys_and_the_town():
    one = term("A", price=(CHECK,))

    assert shared_keys(one, NOTHING) == {("once", "check"), ("town", "Fairport, NY")}
    assert shared_keys(one, frozenset({"check"})) == {("town", "Fairport, NY")}
    assert shared_keys(replace(one, mode=Mode.VIRTUAL), NOTHING) == {("once", "check")}


def test_two_amounts_for_one_key_are_refused_with_both_said():
    two = [term("A", price=(CHECK,)), term("B", price=(replace(CHECK, cents=6_000),))]
    towns = [term("C"), term("D", at=site(0, travel=99_900))]

    with pytest.raises(BadInput) as error:
        shared_cents([*two, *towns])

    assert [str(one) for one in error.value.problems] == [
        (
            "offers: Fairport, NY: travel to Fairport, NY is stated as $300 (A) and $999 (D); "
            "state one amount."
        ),
        (
            "offers: check: the once-only cost 'check' is stated as $54 (A) and $60 (B); "
            "state one amount."
        ),
    ]


def test_lines_name_each_cost_where_it_is_first_met():
    terms = [term("A", price=(CHECK,)), term("B", price=(CHECK,))]

    lines = cost_lines(terms, NOTHING, shared_cents(terms))

    assert [(line.label, line.cents, line.term) for line in lines] == [
        ("background check", 5_400, "A"),
        ("housing for 4 weeks in Fairport, NY", 80_000, "A"),
        ("travel to Fairport, NY", 30_000, "A"),
        ("housing for 4 weeks in Fairport, NY", 80_000, "B"),
    ]


def test_what_nobody_states_keeps_its_line_and_counts_nothing():
    one = term("A", fee=None, at=site(0, housing=None, travel=None))

    lines = cost_lines([one], NOTHING, shared_cents([one]))

    assert [(line.label, line.cents, line.is_estimate) for line in lines] == [
        ("fee (not stated)", 0, True),
        ("housing for 4 weeks in Fairport, NY (not stated)", 0, True),
        ("travel to Fairport, NY (not stated)", 0, True),
    ]


@pytest.mark.parametrize(
    ("one", "unknown"),
    [
        (term("A"), False),
        (term("A", fee=None), True),
        (term("A", at=site(0, housing=None)), True),
        (term("A", at=site(0, travel=None)), True),
        (term("A", at=site(0, housing=None, travel=None), mode=Mode.VIRTUAL), False),
        (term("A", price=(replace(CHECK, cents=None),)), True),
    ],
)
def test_a_cost_is_unknown_when_any_part_is(one, unknown):
    assert has_unknown_cost(one, NOTHING) is unknown


def test_a_cost_paid_already_need_not_be_known():
    assert not has_unknown_cost(
        term("A", price=(replace(CHECK, cents=None),)), frozenset({"check"})
    )
