from dataclasses import replace

import pytest

from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria import CRITERIA
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.criteria.not_testable import NotTestable
from rounds.core.eligibility.criteria.residency_training import TrainedInResidency
from rounds.core.eligibility.criteria.standing import HasStanding, Standing
from rounds.core.eligibility.rules import NoneOf
from rounds.core.planner.explain.told import (
    EXAM_WORDS,
    FACT_WORDS,
    fact_code,
    untold_facts,
    words_of,
)
from rounds.core.vocabulary import Complete, Exam, Modality
from tests.core.planner.explain.small import FOUR, MAY, NOTHING, plan_of, world
from tests.core.planner.worlds import CITIZEN, STALE, asked, program, requirement

UNTOLD = replace(
    CITIZEN, degree_on=None, exams_complete=Complete.UNKNOWN, training_complete=Complete.UNKNOWN
)
YOUNG = program("YOUNG", GraduatedWithin(5, Anchor.APPLY, 5))
PASSED = program("PASSED", ExamPassed(Exam.STEP_2_CK))
BOTH = program("BOTH", GraduatedWithin(5, Anchor.APPLY, 5), ExamPassed(Exam.STEP_2_CK))
UNTRAINED = program("UNTRAINED", NoneOf((TrainedInResidency(0),)))


def untold(*programs, facts=UNTOLD, plan=NOTHING):
    return untold_facts(world(programs=programs, facts=facts), plan)


def test_each_untold_fact_says_whom_it_keeps_undecided_and_what_it_could_open():
    found = untold(YOUNG, PASSED, BOTH)

    assert [(fact.code, fact.undecided, fact.could_open) for fact in found.facts] == [
        ("degree", ("YOUNG", "BOTH"), ("YOUNG",)),
        ("exam_passed.step_2_ck", ("PASSED", "BOTH"), ("PASSED",)),
    ]
    assert found.could_open_together == ("YOUNG", "PASSED", "BOTH")
    assert found.facts[0].sentence == (
        "Tell us the date of your medical degree: of 2 undecided doors at best 1 could open."
    )
    assert found.sentence == ("If you told us everything, at best 3 more doors would stand open.")


def test_the_most_helpful_fact_comes_first_then_the_one_most_doors_ask_for():
    twice = untold(YOUNG, PASSED, replace(PASSED, id="PASSED_TOO"))

    assert [fact.code for fact in twice.facts] == ["exam_passed.step_2_ck", "degree"]

    vague = NotTestable("fits our mission")
    asked_more = [program(f"P{n}", ExamPassed(Exam.STEP_3), vague) for n in range(2)]
    even = untold(program("Q", GraduatedWithin(5, Anchor.APPLY, 5), vague), *asked_more)

    assert [fact.code for fact in even.facts] == ["exam_passed.step_3", "degree"]


def test_two_clauses_on_one_fact_are_one_question():
    graduate = program("GRAD", GraduatedWithin(5, Anchor.APPLY, 5), HasStanding(Standing.GRADUATE))

    assert [fact.could_open for fact in untold(graduate).facts] == [("GRAD",)]


def test_a_fact_that_disqualifies_is_hoped_to_be_absent():
    assert [(f.code, f.could_open) for f in untold(UNTRAINED).facts] == [
        ("residency_training", ("UNTRAINED",))
    ]


def test_a_door_that_needs_other_answers_too_is_not_promised():
    vague = program("VAGUE", GraduatedWithin(5, Anchor.APPLY, 5), NotTestable("fits our mission"))
    found = untold(vague)

    assert found.facts[0].could_open == ()
    assert found.facts[0].sentence == (
        "Tell us the date of your medical degree: 1 undecided door asks for it, and needs other "
        "answers too."
    )
    assert found.sentence == "What you have not told us keeps no door from opening by itself."


def test_a_preference_asks_for_nothing():
    liked = requirement(GraduatedWithin(5, Anchor.APPLY, 5), 1, modality=Modality.PREFERRED)
    one = replace(PASSED, requirements=(*PASSED.requirements, liked))

    assert [(fact.code, fact.could_open) for fact in untold(one).facts] == [
        ("exam_passed.step_2_ck", ("PASSED",))
    ]


def test_a_stale_door_is_not_promised():
    found = untold(replace(YOUNG, source=STALE))

    assert found.could_open_together == ()


def test_the_plan_is_done_before_the_question_is_asked():
    weeks_and_date = program("P", asked(4), GraduatedWithin(5, Anchor.APPLY, 5))

    assert untold(weeks_and_date).facts == ()
    assert untold(weeks_and_date, plan=plan_of(MAY)).facts[0].could_open == ("P",)


def test_when_everything_is_told_it_says_so():
    found = untold(FOUR, YOUNG, facts=CITIZEN)

    assert found.facts == ()
    assert found.sentence == "No door waits for a fact you have not told us."


@pytest.mark.parametrize(
    ("exam", "name"),
    [
        (Exam.STEP_1, "Step 1"),
        (Exam.STEP_2_CK, "Step 2 CK"),
        (Exam.STEP_3, "Step 3"),
        (Exam.OET_MEDICINE, "OET Medicine"),
    ],
)
def test_every_exam_is_asked_for_by_its_name(exam, name):
    assert words_of(fact_code(ExamPassed(exam))) == f"your {name} result and score"


def test_no_exam_is_without_a_name():
    assert set(EXAM_WORDS) == set(Exam)


def test_every_criterion_the_facts_could_answer_has_words():
    without_fact = {"not_testable", "exam_passed", "graduated_within", "standing"}

    assert {name for name, _ in CRITERIA} - without_fact == set(FACT_WORDS) - {"degree"}
