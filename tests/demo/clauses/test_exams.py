"""Exam clauses: passes, scores, attempts, and what only a person can judge."""

from rounds.core.eligibility.criteria.exam_attempts import ExamAttempts
from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.eligibility.rules import leaves
from rounds.core.vocabulary import Coverage, Exam, Modality, Stage
from rounds.demo.clauses.exams import exams_page
from tests.demo.drawing import clauses, leaf_names, pages, rule, share

DRAWN = pages(exams_page)
LEAVES = [leaf for clause in clauses(DRAWN) for leaf in leaves(rule(clause))]


def test_every_sort_of_exam_clause_occurs():
    assert leaf_names(DRAWN) == {"exam_passed", "exam_attempts", "not_testable"}
    assert {leaf.exam for leaf in LEAVES if isinstance(leaf, ExamPassed)} == {
        Exam.STEP_1,
        Exam.STEP_2_CK,
        Exam.STEP_3,
    }


def test_attempts_and_failures_are_kept_apart():
    limits = [leaf for leaf in LEAVES if isinstance(leaf, ExamAttempts)]

    assert {leaf.attempts for leaf in limits} == {None, 1, 2}
    assert {leaf.failures for leaf in limits} == {None, 0, 1, 2}
    assert {leaf.in_all for leaf in limits} == {True, False}


def test_fewer_than_half_state_a_score():
    def scored(page):
        return any("score" in clause.rule for clause in page.clauses)

    assert 0.15 < share(DRAWN, scored) < 0.5


def test_scores_are_demands_or_wishes_and_some_exams_are_due_later():
    scores = [clause for clause in clauses(DRAWN) if "score =" in clause.rule]

    assert {clause.modality for clause in scores} == {Modality.REQUIRED, Modality.PREFERRED}
    assert {clause.stage for clause in clauses(DRAWN)} == {Stage.APPLY, Stage.RANK}


def test_yearly_norms_are_marked_as_such():
    assert {clause.is_recomputed_yearly for clause in clauses(DRAWN)} == {True, False}


def test_some_pages_are_silent_or_unread():
    seen = {page.coverage for page in DRAWN}

    assert seen == {Coverage.STATED, Coverage.NOT_STATED, Coverage.NOT_READ}
