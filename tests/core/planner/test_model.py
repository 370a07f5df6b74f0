import pytest

from rounds.core.planner.instance import instance_of
from rounds.core.planner.model import Model, terms_that_matter
from rounds.core.planner.plan import StageName
from rounds.core.planner.rows import Limits, run
from rounds.core.vocabulary import LetterPolicy
from tests.core.planner.worlds import asked, problem, program, term

WRITES = {"letter_policy": LetterPolicy.WRITES, "turnaround_days": 14}
TERMS = [
    term("A", **WRITES),
    term("B", week=2),
    term("C", week=5),
    term("D", week=9, specialty="pediatrics"),
]
PROGRAMS = [
    program("P", asked(8, specialties=frozenset({"internal medicine"}))),
    program("Q", asked(4, specialties=frozenset({"internal medicine"}))),
]


def instance(**wishes):
    return instance_of(problem(TERMS, PROGRAMS, **wishes), TERMS)


def best(model: Model, stage: StageName, *, maximize: bool) -> float:
    found = run(model.rows.program(model.objective(stage), maximize=maximize), Limits(None, None))
    return round(found.bound, 3)


def test_only_terms_that_can_open_a_door_or_give_a_letter_matter():
    assert terms_that_matter(instance()) == (0, 1, 2)
    assert terms_that_matter(instance(pinned=frozenset({"D"}))) == (0, 1, 2, 3)
    only_letters = instance_of(problem(TERMS, [], letters=1), TERMS)
    assert terms_that_matter(only_letters) == (0,)


@pytest.mark.parametrize(("budget", "doors"), [(None, 2), (390_000, 2), (389_999, 1), (0, 0)])
def test_doors_are_bounded_by_the_budget_and_the_calendar(budget, doors):
    model = Model(instance(budget=budget), (0, 1, 2))

    assert best(model, StageName.SURE_DOORS, maximize=True) == doors


def test_a_fixed_stage_leaves_the_least_cost():
    model = Model(instance(letters=2, cents_for_a_letter=1_000), (0, 1, 2))
    model.rows.at_least(2, model.objective(StageName.SURE_DOORS).items())

    assert best(model, StageName.COST, maximize=False) == 390_000 - 1_000
    assert best(model, StageName.LETTERS, maximize=True) == 1


def test_the_finish_is_the_last_day_of_what_is_chosen():
    model = Model(instance(pinned=frozenset({"C"})), (0, 1, 2))

    assert best(model, StageName.FINISH, maximize=False) == TERMS[2].span.last.toordinal()
    assert best(model, StageName.CODES, maximize=False) == 1
