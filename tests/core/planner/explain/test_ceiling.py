from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.criteria.clinical_experience import Counted
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.planner.explain.ceiling import openable
from rounds.core.planner.explain.growth import Growth
from rounds.core.planner.explain.variants import with_budget
from rounds.core.planner.explain.weights import programs_that_count
from rounds.core.planner.problem import with_plan
from rounds.core.vocabulary import Door, Role
from tests.core.planner.brute import all_plans
from tests.core.planner.explain.small import EIGHT, FOUR, MARCH, MAY, TWELVE, world, writing
from tests.core.planner.worlds import asked, program, random_problem


def ceiling(question, terms):
    programs = programs_that_count(question)
    return openable(Growth(facts=question.facts, season=question.season, programs=programs), terms)


def test_all_weeks_together_are_the_most_there_is():
    question = world(programs=(FOUR, EIGHT, TWELVE))

    assert ceiling(question, (MARCH, MAY)) == {"FOUR", "EIGHT"}
    assert ceiling(question, (MAY,)) == {"FOUR"}
    assert ceiling(question, ()) == frozenset()


def test_a_week_short_is_short():
    assert ceiling(world(programs=(EIGHT,)), (MARCH, replace(MAY, weeks=3))) == frozenset()
    hands_on = program("HANDS", asked(1, roles=frozenset({Role.HANDS_ON})))
    assert ceiling(world(programs=(hands_on,)), (MARCH, MAY)) == frozenset()


def test_terms_on_the_same_days_are_still_added():
    twin = replace(MAY, code="TWIN")

    assert ceiling(world(programs=(EIGHT,)), (MAY, twin)) == {"EIGHT"}


def test_one_long_rotation_is_not_made_of_two_short_ones():
    long = program("LONG", asked(8, counted=Counted.ONE_ROTATION))

    assert ceiling(world(programs=(long,)), (MARCH, MAY)) == frozenset()
    assert ceiling(world(programs=(long,)), (replace(MAY, weeks=8),)) == {"LONG"}


def test_two_letters_need_two_authors():
    two = program("TWO", LettersAsked(2))
    question = world(programs=(two,))

    assert ceiling(question, (writing(MARCH, "Dr. A"), writing(MAY, "Dr. A"))) == frozenset()
    assert ceiling(question, (writing(MARCH, "Dr. A"), writing(MAY, "Dr. B"))) == {"TWO"}


@settings(max_examples=25)
@given(st.integers(0, 100_000))
def test_no_plan_opens_a_door_above_the_ceiling(seed):
    question = with_budget(random_problem(seed, most_terms=6), None)
    programs = programs_that_count(question)
    before = assess(question.facts, programs, question.season)
    allowed = ceiling(question, question.terms) | {
        one.program.id for one in before if one.door is Door.OPEN
    }

    for one in all_plans(question, question.terms):
        seen = assess(with_plan(question.facts, one.terms), programs, question.season)
        assert {each.program.id for each in seen if each.door is Door.OPEN} <= allowed
