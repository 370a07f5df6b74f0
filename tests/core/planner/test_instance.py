from dataclasses import replace
from datetime import date

from rounds.core.facts import Letter
from rounds.core.planner.instance import instance_of, letters_there
from rounds.core.planner.offers import PriceLine
from rounds.core.vocabulary import LetterPolicy
from tests.core.planner.worlds import CITIZEN, asked, problem, program, site, term

CHECK = PriceLine("check", 5_400, once="check")
WRITES = {"letter_policy": LetterPolicy.WRITES, "turnaround_days": 14, "author": "Dr. X"}
TERMS = [
    term("A", price=(CHECK,), **WRITES),
    term("B", week=4, price=(CHECK,), **WRITES),
    term("C", week=8, at=site(1)),
]
PROGRAMS = [program("P", asked(8))]


def instance(**wishes):
    return instance_of(problem(TERMS, PROGRAMS, **wishes), TERMS)


def test_shared_costs_are_paid_once():
    assert instance().cost(frozenset({0})) == 5_400 + 80_000 + 30_000
    assert instance().cost(frozenset({0, 1})) == 5_400 + 2 * 80_000 + 30_000
    assert instance().cost(frozenset()) == 0


def test_letters_count_by_author_up_to_the_number_wanted():
    assert instance(letters=2).letters(frozenset({0, 1, 2})) == 1
    assert instance(letters=0).letters(frozenset({0})) == 0


def test_letters_there_are_certain_ready_and_one_an_author():
    letters = [
        Letter("Dr. Old", None, None, date(2026, 1, 1)),
        Letter("Dr. Old", None, None, date(2026, 2, 1)),
        Letter("Dr. Late", None, None, date(2027, 9, 2)),
        Letter("Dr. Maybe", None, None, date(2026, 1, 1), is_certain=False),
        Letter("Dr. X", None, None, date(2027, 9, 1)),
    ]
    asked_for = problem(TERMS, PROGRAMS, replace(CITIZEN, letters=tuple(letters)), letters=4)

    assert letters_there(asked_for) == 2
    assert instance_of(asked_for, TERMS).letters(frozenset({0})) == 2


def test_a_choice_fits_within_budget_calendar_and_pins():
    assert instance().fits(frozenset({0, 1, 2}))
    assert not instance(travel_days=3).fits(frozenset({1, 2}))
    assert instance(budget=115_400).fits(frozenset({0}))
    assert not instance(budget=115_399).fits(frozenset({0}))
    assert not instance(pinned=frozenset({"B"})).fits(frozenset({0}))


def test_a_value_holds_every_stage():
    value = instance(letters=3, cents_for_a_letter=1_000).value(frozenset({0, 1}))

    assert (value.sure, value.possible, value.letters) == (1, 1, 1)
    assert (value.cost, value.net) == (195_400, 194_400)
    assert value.finish == TERMS[1].span.last.toordinal()
    assert value.codes == ("A", "B")
