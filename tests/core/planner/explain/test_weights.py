from rounds.core.planner.explain.weights import programs_that_count, weight_sum, weights_of
from tests.core.planner.explain.small import EIGHT, FOUR, TWELVE, world


def test_a_program_weighs_one_unless_the_applicant_says_otherwise():
    question = world(programs=(FOUR, EIGHT), weights=(("EIGHT", 3),))

    assert weights_of(question) == {"FOUR": 1, "EIGHT": 3}


def test_a_program_of_weight_zero_is_left_out():
    question = world(programs=(FOUR, EIGHT, TWELVE), weights=(("EIGHT", 0),))

    assert weights_of(question) == {"FOUR": 1, "TWELVE": 1}
    assert programs_that_count(question) == (FOUR, TWELVE)


def test_weights_are_summed():
    assert weight_sum(["A", "C"], {"A": 2, "B": 5, "C": 1}) == 3
    assert weight_sum([], {"A": 2}) == 0
