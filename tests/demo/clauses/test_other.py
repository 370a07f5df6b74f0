"""The rest: schools, signals, prior training."""

from rounds.core.vocabulary import Coverage, Modality
from rounds.demo.clauses.other import other_page, school_page
from tests.demo.drawing import clauses, leaf_names, pages, share


def test_few_programs_speak_of_the_school():
    drawn = pages(school_page)

    assert leaf_names(drawn) == {"school"}
    assert share(drawn, lambda page: page.coverage is Coverage.NOT_STATED) > 0.9


def test_signals_and_rotations_are_left_to_a_reader_and_training_may_exclude():
    drawn = pages(other_page)

    assert leaf_names(drawn) == {"not_testable", "residency_training"}
    assert {clause.modality for clause in clauses(drawn)} == {
        Modality.REQUIRED,
        Modality.STRONGLY_PREFERRED,
        Modality.PREFERRED,
        Modality.UNKNOWN,
    }
