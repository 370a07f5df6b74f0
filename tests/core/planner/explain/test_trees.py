from hypothesis import given
from hypothesis import strategies as st

from rounds.core.eligibility.case import Case
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.criteria.residency_training import TrainedInResidency
from rounds.core.eligibility.rules import All, AnyOf, NoneOf, Unless, judge
from rounds.core.eligibility.verdict import met, unmet
from rounds.core.planner.explain.trees import grows, judge_leaves
from rounds.core.vocabulary import Exam, Verdict
from tests.core.planner.worlds import asked, random_problem

STEP_1, STEP_3 = ExamPassed(Exam.STEP_1), ExamPassed(Exam.STEP_3)
TRAINED = TrainedInResidency(0)


@given(st.integers(0, 10_000))
def test_leaves_answered_by_the_facts_give_the_same_outcome_as_judging(seed):
    question = random_problem(seed)
    case = Case(question.facts, question.season, question.season.apply_on)

    for one in question.programs:
        for requirement in one.requirements:
            outcome = judge_leaves(
                requirement.rule, lambda leaf: leaf.outcome(case), lambda leaf: leaf.outcome(case)
            )
            assert outcome == judge(requirement.rule, case)


def verdict(rule):
    """All wanted leaves met, all unwanted ones unmet."""
    return judge_leaves(rule, lambda _: met(), lambda _: unmet("it")).verdict


def test_leaves_under_none_are_answered_as_unwanted():
    assert verdict(NoneOf((TRAINED,))) is Verdict.MET
    assert verdict(All((STEP_1, NoneOf((TRAINED, STEP_3))))) is Verdict.MET


def test_none_within_none_is_wanted_again():
    assert verdict(NoneOf((NoneOf((TRAINED,)),))) is Verdict.MET


def test_an_exception_is_wanted():
    hopeless = judge_leaves(Unless(STEP_1, STEP_3), lambda _: unmet("it"), lambda _: unmet("it"))

    assert verdict(Unless(STEP_1, STEP_3)) is Verdict.MET
    assert hopeless.verdict is Verdict.UNMET


def test_a_tree_grows_if_some_leaf_does():
    assert grows(AnyOf((STEP_1, All((STEP_3, asked(4))))))
    assert not grows(AnyOf((STEP_1, NoneOf((TRAINED,)))))
