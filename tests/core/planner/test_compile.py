import pytest

from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.criteria.not_testable import NotTestable
from rounds.core.eligibility.criteria.residency_training import TrainedInResidency
from rounds.core.eligibility.rules import All, AnyOf, NoneOf, Unless
from rounds.core.errors import InternalDisagreement
from rounds.core.planner.compile import Compiler, compile_doors
from rounds.core.planner.formula import both, either
from rounds.core.vocabulary import Coverage, Exam, Modality, Stage, Topic
from tests.core.planner.worlds import STALE, asked, problem, program, requirement, term

TERMS = [term("A"), term("B", week=4)]
FOUR, EIGHT = asked(4), asked(8)


def columns(*rules, **changes):
    one = program("P", *rules, **changes)
    return Compiler(problem(TERMS, [one]), TERMS).column(one)


def of(leaf):
    return columns(leaf).sure


def test_trees_become_formulas_over_the_same_thresholds():
    assert columns(All((FOUR, EIGHT))).sure == both([of(FOUR), of(EIGHT)])
    assert columns(AnyOf((FOUR, EIGHT))).sure == either([of(FOUR), of(EIGHT)])
    assert columns(Unless(EIGHT, FOUR)).sure == either([of(FOUR), of(EIGHT)])
    assert columns(FOUR, EIGHT).possible == both([of(FOUR), of(EIGHT)])


def test_facts_no_rotation_changes_are_folded():
    assert columns(ExamPassed(Exam.STEP_1)).sure is False
    assert columns(NoneOf((TrainedInResidency(0),)), FOUR).sure == of(FOUR)
    fit = columns(NotTestable("a good fit"), FOUR)
    assert (fit.sure, fit.possible) == (False, of(FOUR))


@pytest.mark.parametrize(
    "change",
    [
        {"source": STALE},
        {"coverage": ((Topic.EXPERIENCE, Coverage.STATED),)},
        {"requirements": (requirement(FOUR, source=STALE),)},
    ],
)
def test_a_stale_or_partly_read_program_is_never_surely_open(change):
    column = columns(FOUR, **change)

    assert (column.sure, column.possible) == (False, of(FOUR))


def test_only_binding_clauses_for_applying_count():
    later = requirement(EIGHT, 1, stage=Stage.RANK)
    preferred = requirement(EIGHT, 2, modality=Modality.PREFERRED)
    maybe = requirement(EIGHT, 3, modality=Modality.UNKNOWN)

    free = columns(requirements=(requirement(FOUR), later, preferred))
    unsure = columns(requirements=(requirement(FOUR), maybe))

    assert (free.sure, free.possible) == (of(FOUR), of(FOUR))
    assert (unsure.sure, unsure.possible) == (both([of(FOUR), of(EIGHT)]), of(FOUR))


def test_equal_programs_are_one_door_with_summed_weight():
    programs = [program("P", FOUR), program("Q", FOUR), program("R", EIGHT), program("S")]
    asked_for = problem(TERMS, programs, weights=(("Q", 4), ("R", 0)))

    doors = compile_doors(asked_for, TERMS)

    assert (doors.sure_now, doors.possible_now) == (1, 1)
    assert doors.sure == {of(FOUR): 5} == doors.possible


def test_doors_no_plan_can_open_are_left_out():
    doors = compile_doors(problem(TERMS, [program("P", asked(12))]), TERMS)

    assert (doors.sure, doors.possible, doors.thresholds) == ({}, {}, ())


def test_doors_stand_in_the_same_order_whatever_the_order_of_programs():
    programs = [program(f"P{n}", asked(n)) for n in (8, 4, 1)]

    one = compile_doors(problem(TERMS, programs), TERMS)
    two = compile_doors(problem(TERMS, programs[::-1]), TERMS)

    assert list(one.sure.items()) == list(two.sure.items())


def test_a_growing_criterion_the_planner_does_not_know_is_an_error():
    class Growing(ExamPassed):
        grows_with_plan = True

    with pytest.raises(InternalDisagreement, match="cannot compile 'exam_passed'"):
        columns(Growing(Exam.STEP_1))
