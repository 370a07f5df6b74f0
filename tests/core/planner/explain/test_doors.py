from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.criteria.not_testable import NotTestable
from rounds.core.planner.explain.doors import doors_before_and_after, headline
from rounds.core.planner.problem import with_plan
from rounds.core.planner.solve import solve
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Door, UnknownCause, Verdict
from tests.core.planner.explain.small import (
    EIGHT,
    FOUR,
    MARCH,
    MAY,
    NOTHING,
    TWELVE,
    names,
    plan_of,
    world,
    writing,
)
from tests.core.planner.worlds import STALE, asked, program, random_problem

TOO_OLD = program("OLD", GraduatedWithin(1, Anchor.APPLY, 1))
VAGUE = program("VAGUE", asked(4), NotTestable("fits our mission"))
OUTDATED = program("OUTDATED", asked(4), source=STALE)


def test_two_rotations_open_the_doors_of_four_and_eight_weeks():
    question = world(programs=(FOUR, EIGHT, TWELVE, TOO_OLD))

    doors = doors_before_and_after(question, solve(question))

    assert names(doors.opened) == ["FOUR", "EIGHT"]
    assert names(doors.closed) == ["TWELVE", "OLD"]
    assert (doors.open_before, doors.open_after) == (0, 2)
    assert doors.headline == "With these two rotations, $1,500 in all, 2 more doors stand open."


def test_each_door_says_which_clause_moved_and_through_which_terms():
    question = world(programs=(EIGHT, TOO_OLD))
    doors = doors_before_and_after(question, plan_of(MARCH, MAY))
    eight, old = doors.changes

    assert [(c.before, c.after, c.terms) for c in eight.clauses] == [
        (Verdict.UNMET, Verdict.MET, ("MARCH", "MAY"))
    ]
    assert eight.sentence == (
        "EIGHT (fictional): closed → open. not met → met: 8 weeks, through MARCH and MAY."
    )
    assert old.clauses == ()
    assert old.sentence == "OLD (fictional): closed → closed."


def test_each_term_says_what_it_opens_alone_together_and_counts_toward():
    question = world(programs=(FOUR, EIGHT, TWELVE))
    doors = doors_before_and_after(question, plan_of(MARCH, MAY))

    assert [effect.term.code for effect in doors.effects] == ["MARCH", "MAY"]
    for effect in doors.effects:
        assert effect.opens_alone == ("FOUR",)
        assert effect.opens_together == ("EIGHT",)
        assert effect.helps_open == ()
        assert effect.counts_toward == ("TWELVE",)
    assert [change.needs for change in doors.changes] == [(), ("MARCH", "MAY"), ()]


def test_a_door_that_stands_without_a_term_is_only_helped_by_it():
    july = replace(MAY, code="JULY", span=DateSpan(date(2027, 7, 5), date(2027, 7, 30)))
    doors = doors_before_and_after(world(programs=(EIGHT,)), plan_of(MARCH, MAY, july))

    assert [effect.helps_open for effect in doors.effects] == [("EIGHT",)] * 3
    assert [effect.opens_together for effect in doors.effects] == [()] * 3


def test_a_possible_door_is_shown_apart_and_never_in_the_headline():
    question = world(programs=(VAGUE,))
    doors = doors_before_and_after(question, plan_of(MAY))

    assert doors.opened == ()
    assert names(doors.made_possible) == ["VAGUE"]
    assert doors.undecided_by_cause == (
        (UnknownCause.NOT_TESTABLE, 1, "have a person read this clause"),
    )
    assert doors.headline == (
        "With this one rotation, $500 in all, no further door surely opens; "
        "1 other would be possible."
    )


def test_stale_doors_are_counted_apart():
    doors = doors_before_and_after(world(programs=(OUTDATED, FOUR)), plan_of(MAY))

    assert doors.stale == 1
    assert names(doors.opened) == ["FOUR"]


def test_a_letter_moves_a_clause_through_the_term_of_its_author():
    question = world(programs=(program("LETTER", LettersAsked(1)),))
    doors = doors_before_and_after(question, plan_of(writing(MAY, "Dr. Grey")))

    assert doors.changes[0].clauses[0].terms == ("MAY",)
    assert doors.effects[0].opens_alone == ("LETTER",)


def test_a_program_of_weight_zero_is_not_shown():
    question = world(programs=(FOUR, EIGHT), weights=(("FOUR", 0),))

    assert names(doors_before_and_after(question, plan_of(MAY)).changes) == ["EIGHT"]


def test_an_empty_plan_says_so():
    doors = doors_before_and_after(world(), NOTHING)

    assert doors.headline == "This plan books no rotation, and no further door opens."
    assert doors.effects == ()


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ((1, 50_000, 1, 0), "With this one rotation, $500 in all, 1 more door stands open."),
        (
            (3, 434_050, 7, 2),
            (
                "With these three rotations, $4,340.50 in all, 7 more doors stand open; "
                "2 others would be possible."
            ),
        ),
    ],
)
def test_the_headline_counts_newly_open_doors(figures, text):
    terms, cost, opened, possible = figures

    assert headline(terms=terms, cost=cost, opened=opened, made_possible=possible) == text


@settings(max_examples=40)
@given(st.integers(0, 100_000))
def test_doors_before_and_after_are_those_of_the_scalar_check(seed):
    question = random_problem(seed)
    plan = plan_of(*sorted(question.terms[: seed % 4], key=lambda one: one.span))
    doors = doors_before_and_after(question, plan)
    weights = dict(question.wishes.weights)
    programs = [one for one in question.programs if weights.get(one.id, 1)]
    after = assess(with_plan(question.facts, plan.terms), programs, question.season)

    assert [change.after for change in doors.changes] == list(after)
    assert doors.open_after == sum(one.door is Door.OPEN for one in after)
    assert len(doors.opened) == doors.open_after - doors.open_before
    newly = set(names(doors.opened))
    for effect in doors.effects:
        shown = (*effect.opens_alone, *effect.opens_together, *effect.helps_open)
        assert len(shown) == len(set(shown))
        assert set(shown) <= newly
        assert not newly & set(effect.counts_toward)
    for change in doors.opened:
        assert change.clauses
        assert any(clause.terms for clause in change.clauses)
