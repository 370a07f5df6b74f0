from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.criteria.not_testable import NotTestable
from rounds.core.eligibility.criteria.residency_training import TrainedInResidency
from rounds.core.eligibility.rules import All, NoneOf
from rounds.core.facts import Letter
from rounds.core.planner.explain.growth import Growth
from rounds.core.planner.explain.weights import programs_that_count
from rounds.core.planner.problem import with_plan
from rounds.core.vocabulary import Door, LetterPolicy
from tests.core.planner.explain.small import EIGHT, FOUR, MARCH, MAY, TWELVE, world, writing
from tests.core.planner.worlds import CITIZEN, asked, program, random_problem, requirement


def growth_of(question, *plan):
    return Growth(
        facts=with_plan(question.facts, plan),
        season=question.season,
        programs=programs_that_count(question),
    )


def test_four_weeks_open_the_door_that_asks_for_four():
    gain = growth_of(world(programs=(FOUR, EIGHT))).gain(MAY)

    assert gain.opened == ("FOUR",)
    assert gain.made_possible == ("FOUR",)


def test_on_top_of_four_weeks_four_more_open_the_door_that_asks_for_eight():
    growth = growth_of(world(programs=(FOUR, EIGHT, TWELVE)), MARCH)

    assert growth.gain(MAY).opened == ("EIGHT",)


def test_contributions_name_each_clause_a_term_adds_to_once():
    growth = growth_of(world(programs=(FOUR, EIGHT, replace(FOUR, id="FOUR_TOO"))))

    found = growth.contributions(MAY)

    assert [(one.leaf, one.amount, one.beside) for one in found] == [(0, 4, ""), (1, 4, "")]
    assert growth.programs_of(0) == {"FOUR", "FOUR_TOO"}
    assert growth.programs_of(1) == {"EIGHT"}


def test_a_door_that_can_only_become_possible_is_not_among_those_that_can_open():
    vague = program("VAGUE", asked(4), NotTestable("fits our mission"))
    growth = growth_of(world(programs=(FOUR, vague)))

    assert growth.gain(MAY).made_possible == ("FOUR", "VAGUE")
    assert growth.programs_of(0) == {"FOUR"}


def test_a_letter_is_one_letter_whatever_else_is_done_on_its_days():
    growth = growth_of(world(programs=(replace(FOUR, requirements=letters(1)),)), MARCH)
    twin = writing(replace(MARCH, code="TWIN"), "Dr. Twin")

    assert [(one.amount, one.beside) for one in growth.contributions(twin)] == [(1, "")]


def test_a_term_beside_known_experience_is_counted_by_calendar_weeks():
    overlapping = replace(MARCH, code="BESIDE")
    growth = growth_of(world(programs=(EIGHT,)), MARCH)

    assert growth.contributions(overlapping)[0].beside == "BESIDE"
    assert growth.gain(overlapping).opened == ()


def test_open_if_says_which_doors_open_once_clauses_are_met():
    growth = growth_of(world(programs=(FOUR, EIGHT)))

    assert growth.open_if(frozenset()) == frozenset()
    assert growth.open_if(frozenset({1})) == {"EIGHT"}
    assert growth.open_if(frozenset({0, 1})) == {"FOUR", "EIGHT"}


def test_open_if_leaves_what_disqualifies_to_the_facts():
    untrained = NoneOf((TrainedInResidency(0),))
    growth = growth_of(world(programs=(program("P", All((asked(8), untrained))),)))

    assert growth.open_if(frozenset()) == frozenset()
    assert growth.open_if(frozenset({0})) == {"P"}


def test_an_author_who_has_written_adds_no_letter():
    one, two = writing(MARCH, "Dr. One"), writing(MAY, "Dr. One")
    question = world(programs=(replace(FOUR, requirements=letters(2)),))

    assert growth_of(question, one).gain(two).opened == ()
    assert growth_of(question, one).gain(writing(MAY, "Dr. Two")).opened == ("FOUR",)


def test_a_sure_letter_counts_where_its_author_has_only_promised_one():
    promised = replace(writing(MARCH, "Dr. One"), letter_policy=LetterPolicy.CONDITIONAL)
    question = world(programs=(replace(FOUR, requirements=letters(1)),))
    growth = growth_of(question, promised)

    sure = writing(MAY, "Dr. One")
    assert growth.gain(sure).opened == ("FOUR",)
    assert [(one.amount, one.beside) for one in growth.contributions(sure)] == [(1, "MAY")]
    assert growth.contributions(replace(promised, code="AGAIN", span=MAY.span)) == ()


def test_an_author_who_has_written_to_the_person_adds_no_letter_whatever_it_was_worth():
    pending = Letter("Dr. One", None, None, ready_on=date(2027, 12, 1))
    question = world(
        programs=(replace(FOUR, requirements=letters(1)),),
        facts=replace(CITIZEN, letters=(pending,)),
    )

    assert growth_of(question).contributions(writing(MAY, "Dr. One")) == ()


def test_a_promise_beside_a_sure_letter_of_its_author_adds_nothing():
    question = world(programs=(replace(FOUR, requirements=letters(2)),))
    promised = replace(writing(MAY, "Dr. One"), letter_policy=LetterPolicy.CONDITIONAL)

    assert growth_of(question, writing(MARCH, "Dr. One")).contributions(promised) == ()


def letters(at_least):
    return (requirement(LettersAsked(at_least)),)


@settings(max_examples=60)
@given(st.integers(0, 100_000))
def test_every_gain_is_what_the_scalar_check_says(seed):
    question = random_problem(seed)
    programs = programs_that_count(question)
    chosen = question.terms[: seed % 3]
    facts = with_plan(question.facts, chosen)
    before = {one.program.id: one for one in assess(facts, programs, question.season)}
    growth = growth_of(question, *chosen)

    for term in question.terms[seed % 3 :]:
        after = assess(with_plan(question.facts, (*chosen, term)), programs, question.season)
        gain = growth.gain(term)
        assert gain.opened == tuple(
            one.program.id
            for one in after
            if one.door is Door.OPEN and before[one.program.id].door is not Door.OPEN
        )
        assert gain.made_possible == tuple(
            one.program.id
            for one in after
            if one.is_possible and not before[one.program.id].is_possible
        )
