from dataclasses import replace
from datetime import date

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.case import Case
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.rules import All, AnyOf
from rounds.core.planner.explain.evidence import may_count, terms_that_count
from rounds.core.planner.problem import with_plan
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Exam, Origin, Role
from tests.core.planner.explain.small import HANDS_ON, MARCH, MAY, world, writing
from tests.core.planner.worlds import CITIZEN, SEASON, asked, program

CASE = Case(CITIZEN, SEASON, SEASON.apply_on)


def used(rule, *terms):
    question = world(programs=(program("P", rule),))
    (one,) = assess(with_plan(CITIZEN, terms), question.programs, SEASON)
    return terms_that_count(question, terms, one.findings[0])


def test_a_met_clause_names_every_term_its_evidence_uses():
    assert used(asked(8), MARCH, MAY) == ("MARCH", "MAY")


def test_an_unmet_clause_names_the_terms_on_the_way_to_it():
    assert used(asked(12), MARCH, MAY) == ("MARCH", "MAY")


def test_counting_toward_one_part_of_an_unmet_clause_is_enough():
    hands_on = asked(12, roles=frozenset({Role.HANDS_ON}))

    assert used(All((asked(12), hands_on)), MAY) == ("MAY",)
    assert used(All((hands_on, hands_on)), MAY) == ()


def test_only_the_branch_that_is_met_speaks():
    hands_on = asked(8, roles=frozenset({Role.HANDS_ON}))

    assert used(AnyOf((hands_on, asked(4, roles=frozenset({Role.OBSERVING})))), MAY) == ("MAY",)
    assert used(AnyOf((asked(4, roles=frozenset({Role.HANDS_ON})), asked(99))), HANDS_ON, MAY) == (
        "HANDS",
    )


def test_a_term_is_not_named_for_own_experience_that_happens_to_bear_its_code():
    done = DateSpan(date(2026, 10, 5), date(2026, 10, 30))
    own = replace(HANDS_ON.as_experience(), ref="MAY", origin=Origin.ATTESTED, span=done)
    facts = replace(CITIZEN, experience=(own,))
    question = world(programs=(program("P", asked(4, roles=frozenset({Role.HANDS_ON}))),))
    (one,) = assess(with_plan(facts, (MAY,)), question.programs, SEASON)

    assert one.findings[0].by_its_word.is_met
    assert terms_that_count(question, (MAY,), one.findings[0]) == ()


def test_letters_name_the_term_of_their_author():
    assert used(LettersAsked(1), writing(MAY, "Dr. Grey"), MARCH) == ("MAY",)


def test_a_term_that_writes_is_not_named_for_what_another_met():
    child = replace(MARCH, specialty="pediatrics")
    children = asked(4, specialties=frozenset({"pediatrics"}))

    assert used(children, child, writing(MAY, "Dr. Grey")) == ("MARCH",)


def test_a_term_may_count_toward_weeks_and_letters_only():
    writes = writing(MAY, "Dr. Grey")

    assert may_count(asked(4), MAY, CASE)
    assert not may_count(asked(4, roles=frozenset({Role.HANDS_ON})), MAY, CASE)
    assert may_count(LettersAsked(1), writes, CASE)
    assert not may_count(LettersAsked(1), MAY, CASE)
    assert not may_count(ExamPassed(Exam.STEP_1), writes, CASE)


def test_a_second_letter_of_a_known_author_counts_for_nothing():
    writes = writing(MAY, "Dr. Grey")
    known = with_plan(CITIZEN, (writing(MARCH, "Dr. Grey"),))

    assert not may_count(LettersAsked(2), writes, replace(CASE, facts=known))
