import pytest

from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.errors import BadInput
from rounds.core.planner.candidates import candidates
from rounds.core.planner.greedy import Board, greedy
from rounds.core.planner.instance import instance_of
from rounds.core.planner.model import terms_that_matter
from rounds.core.vocabulary import LetterPolicy, Mode
from tests.core.planner.worlds import asked, problem, program, random_problem, term


@pytest.mark.parametrize("seed", range(60))
def test_the_first_plan_keeps_all_limits_and_is_no_worse_than_the_pins(seed):
    asked_for = random_problem(seed, 9)
    try:
        instance = instance_of(asked_for, candidates(asked_for).terms)
    except BadInput:
        return

    chosen = greedy(instance, terms_that_matter(instance))

    assert instance.fits(chosen)
    assert instance.value(chosen).rank <= instance.value(instance.pinned).rank


def test_it_takes_both_halves_of_a_door():
    terms = [term("A"), term("B", week=4)]
    instance = instance_of(problem(terms, [program("P", asked(8))]), terms)

    assert greedy(instance, (0, 1)) == {0, 1}


def test_a_term_that_costs_nothing_is_taken_too():
    terms = [term("A", fee=0, mode=Mode.VIRTUAL)]
    instance = instance_of(problem(terms, [program("P", asked(4))]), terms)

    assert greedy(instance, (0,)) == {0}


def test_a_second_letter_of_one_author_brings_nothing_more():
    writes = {"letter_policy": LetterPolicy.WRITES, "turnaround_days": 7}
    terms = [
        term("A", author="Dr. X", **writes),
        term("B", week=5, author="Dr. X", **writes),
        term("C", week=10, author="Dr. Y", **writes),
    ]
    instance = instance_of(problem(terms, [program("P", LettersAsked(2))]), terms)
    board = Board(instance, (0, 1, 2))

    board.choose(0)
    sure, _ = board.progress()

    assert sure.tolist() == [0.125, 0.125, 1.0]
