from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.eligibility.assess import assess, decides
from rounds.core.eligibility.case import Anchor, Case
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.rules import leaves
from rounds.core.errors import BadInput
from rounds.core.planner.explain.evidence import may_count
from rounds.core.planner.explain.figures import CountsToward, Unit, term_figures
from rounds.core.planner.explain.reach import can_open_by_growth
from rounds.core.planner.explain.weights import programs_that_count
from rounds.core.planner.problem import with_plan
from rounds.core.vocabulary import Door
from tests.core.planner.explain.small import (
    EIGHT,
    FOUR,
    MARCH,
    MAY,
    NOTHING,
    TWELVE,
    plan_of,
    world,
    writing,
)
from tests.core.planner.worlds import asked, program, random_problem


def test_each_term_opens_alone_counts_toward_and_may_be_in_the_plan():
    question = world(programs=(FOUR, EIGHT, replace(EIGHT, id="EIGHT_TOO"), TWELVE))
    march, may = term_figures(question, plan_of(MAY))

    assert (march.term.code, may.term.code) == ("MARCH", "MAY")
    assert (march.is_in_plan, may.is_in_plan) == (False, True)
    assert march.opens_alone == may.opens_alone == ("FOUR",)
    assert march.programs == 4
    assert [row.sentence for row in march.counts_toward] == [
        "4 of 8 weeks for 2 programs",
        "4 of 4 weeks for 1 program",
        "4 of 12 weeks for 1 program",
    ]


def test_letters_are_counted_beside_weeks():
    both = program("BOTH", asked(8), LettersAsked(3))
    (may,) = term_figures(world((writing(MAY, "Dr. Grey"),), programs=(both,)), NOTHING)

    assert may.counts_toward == (
        CountsToward(Unit.LETTERS, 1, 3, 1),
        CountsToward(Unit.WEEKS, 4, 8, 1),
    )
    assert may.programs == 1


def test_more_weeks_than_asked_count_only_as_many():
    (may,) = term_figures(world((MAY,), programs=(program("ONE", asked(1)),)), NOTHING)

    assert [row.sentence for row in may.counts_toward] == ["1 of 1 week for 1 program"]


def test_two_weeks_are_weeks():
    (may,) = term_figures(world((MAY,), programs=(program("TWO", asked(2)),)), NOTHING)

    assert [row.sentence for row in may.counts_toward] == ["2 of 2 weeks for 1 program"]


def test_clauses_that_ask_for_as_much_in_other_words_are_one_row():
    abroad_too = program("FOUR_ANY", asked(4))
    here = program("FOUR_US", asked(4, countries=frozenset({"US"})))
    (may,) = term_figures(world((MAY,), programs=(abroad_too, here)), NOTHING)

    assert may.counts_toward == (CountsToward(Unit.WEEKS, 4, 4, 2),)
    assert may.programs == 2


def test_a_door_nothing_can_open_is_no_reason_to_count():
    barred = program("OLD", asked(4), GraduatedWithin(1, Anchor.APPLY, 1))
    (may,) = term_figures(world((MAY,), programs=(barred,)), NOTHING)

    assert (may.opens_alone, may.counts_toward, may.programs) == ((), (), 0)


def test_weeks_that_only_may_count_are_left_out():
    vague = program("VAGUE", asked(4, roles=None))
    (may,) = term_figures(world((MAY,), programs=(vague,)), NOTHING)

    assert may.counts_toward == ()
    assert may.makes_possible_alone == ("VAGUE",)


def test_terms_that_cannot_enter_have_no_figures():
    full = replace(MARCH, seats=0)

    assert [one.term.code for one in term_figures(world((full, MAY)), NOTHING)] == ["MAY"]


@settings(max_examples=40)
@given(st.integers(0, 100_000))
def test_figures_are_those_of_the_scalar_check(seed):
    question = random_problem(seed)
    programs = programs_that_count(question)
    before = {one.program.id: one for one in assess(question.facts, programs, question.season)}
    case = Case(question.facts, question.season, question.season.apply_on)
    try:
        figures = term_figures(question, NOTHING)
    except BadInput:
        return

    for row in figures:
        after = assess(with_plan(question.facts, (row.term,)), programs, question.season)
        assert row.opens_alone == tuple(
            one.program.id
            for one in after
            if one.door is Door.OPEN and before[one.program.id].door is not Door.OPEN
        )
        hopeful = {
            key
            for key, one in before.items()
            if one.door is not Door.OPEN
            and can_open_by_growth(one, question.season)
            and any(
                may_count(leaf, row.term, case)
                for finding in one.findings
                if decides(finding.requirement)
                for leaf in leaves(finding.requirement.rule)
            )
        }
        assert row.programs <= len(hopeful)
        assert all(part.programs <= row.programs for part in row.counts_toward)
        assert all(0 < part.amount <= part.asked for part in row.counts_toward)
