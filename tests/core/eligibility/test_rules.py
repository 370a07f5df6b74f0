import pytest

from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.criteria.not_testable import NotTestable
from rounds.core.eligibility.criteria.residency_training import TrainedInResidency
from rounds.core.eligibility.rules import All, AnyOf, NoneOf, Unless, describe, judge, leaves
from rounds.core.eligibility.verdict import met, unknown, unmet
from rounds.core.vocabulary import Exam, UnknownCause, Verdict
from tests.core.eligibility.makers import COMPLETE, NOBODY, case

STEP_1, STEP_2 = ExamPassed(Exam.STEP_1), ExamPassed(Exam.STEP_2_CK)
TIES = NotTestable("ties to the region")
TRAINED = TrainedInResidency(0)


class Counting:
    """A leaf that counts how often it is asked."""

    name = "counting"
    grows_with_plan = False

    def __init__(self, outcome):
        self.answer = outcome
        self.asked = 0

    def describe(self):
        return "counting"

    def outcome(self, case):  # noqa: ARG002 -- every criterion takes the case
        self.asked += 1
        return self.answer


def test_leaves_are_listed_from_left_to_right():
    tree = All((STEP_1, AnyOf((STEP_2, Unless(TIES, STEP_1))), NoneOf((TRAINED,))))

    assert list(leaves(tree)) == [STEP_1, STEP_2, TIES, STEP_1, TRAINED]


@pytest.mark.parametrize("branch", [All, AnyOf, NoneOf])
def test_a_branch_without_parts_is_refused(branch):
    with pytest.raises(ValueError, match="a branch without parts"):
        branch(())


@pytest.mark.parametrize("inner", [lambda leaf: leaf, lambda leaf: Unless(STEP_1, leaf)])
def test_none_may_not_hold_what_a_rotation_can_add_to(inner):
    with pytest.raises(ValueError, match="'none' may not hold experience or letters"):
        NoneOf((STEP_1, inner(LettersAsked(1))))


MET, UNMET = Counting(met()), Counting(unmet("this"))
UNKNOWN = Counting(unknown(UnknownCause.NOT_TOLD))


@pytest.mark.parametrize(
    ("tree", "verdict"),
    [
        (All((MET, UNKNOWN)), Verdict.UNKNOWN),
        (All((MET, UNMET)), Verdict.UNMET),
        (AnyOf((UNMET, UNKNOWN)), Verdict.UNKNOWN),
        (AnyOf((UNMET, MET)), Verdict.MET),
        (NoneOf((UNMET,)), Verdict.MET),
        (NoneOf((MET, UNMET)), Verdict.UNMET),
        (Unless(UNMET, MET), Verdict.MET),
        (Unless(MET, UNMET), Verdict.MET),
        (Unless(UNMET, UNMET), Verdict.UNMET),
        (Unless(UNMET, UNKNOWN), Verdict.UNKNOWN),
        (All((AnyOf((UNMET, MET)), NoneOf((Unless(UNMET, UNMET),)))), Verdict.MET),
    ],
)
def test_a_tree_is_judged_by_three_valued_logic(tree, verdict):
    assert judge(tree, case(NOBODY)).verdict is verdict


def test_a_leaf_that_stands_twice_is_asked_once_for_a_case():
    leaf = Counting(met())
    branch = AnyOf((leaf, leaf))
    one = case(NOBODY)

    assert judge(All((branch, leaf, branch)), one).is_met
    assert leaf.asked == 1

    assert judge(branch, case(NOBODY)).is_met
    assert leaf.asked == 2


def test_the_same_rule_is_judged_anew_for_other_facts():
    assert judge(TRAINED, case(COMPLETE)).verdict is Verdict.UNMET
    assert judge(TRAINED, case(NOBODY)).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        (STEP_1, "Step 1 passed"),
        (All((STEP_1, STEP_2)), "Step 1 passed; and Step 2 CK passed"),
        (AnyOf((STEP_1, STEP_2)), "either Step 1 passed, or Step 2 CK passed"),
        (NoneOf((STEP_1, TIES)), "none of these: Step 1 passed; ties to the region"),
        (Unless(STEP_1, TIES), "Step 1 passed, unless there is ties to the region"),
        (
            AnyOf((All((STEP_1, STEP_2)), TIES)),
            "either (Step 1 passed; and Step 2 CK passed), or ties to the region",
        ),
        (
            All((NoneOf((TIES,)), Unless(STEP_1, AnyOf((TIES, STEP_2))))),
            (
                "(none of these: ties to the region); and (Step 1 passed, unless there is "
                "(either ties to the region, or Step 2 CK passed))"
            ),
        ),
    ],
)
def test_a_tree_reads_as_plain_words(tree, words):
    assert describe(tree) == words
