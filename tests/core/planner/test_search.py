"""The stages in their order; what they find is compared in test_solve."""

from dataclasses import replace
from random import Random

import pytest

from rounds.core.errors import InternalDisagreement
from rounds.core.planner import search
from rounds.core.planner.candidates import candidates
from rounds.core.planner.instance import Instance, instance_of
from rounds.core.planner.model import Model
from rounds.core.planner.plan import StageName
from rounds.core.planner.search import Search, State, first_bounds
from rounds.core.planner.stop import NEVER, Meter, Stop
from rounds.core.vocabulary import LetterPolicy
from tests.core.planner.worlds import asked, problem, program, random_problem, term

WRITES = {"letter_policy": LetterPolicy.WRITES, "turnaround_days": 14}
TERMS = [term("A", **WRITES), term("B", week=4, **WRITES), term("C", week=8)]
PROGRAMS = [program("P", asked(4)), program("Q", asked(8)), program("R")]


def instance(**wishes):
    return instance_of(problem(TERMS, PROGRAMS, **wishes), TERMS)


def test_first_bounds_hold_for_every_plan():
    bounds = first_bounds(
        instance(letters=4, cents_for_a_letter=1_000, pinned=frozenset({"B"}), budget=900_000)
    )

    assert bounds == {
        StageName.SURE_DOORS: 3,
        StageName.POSSIBLE_DOORS: 3,
        StageName.COST: 100_000 + 80_000 + 30_000 - 2 * 1_000,
        StageName.LETTERS: 2,
        StageName.FINISH: TERMS[1].span.last.toordinal(),
        StageName.CODES: 1,
    }


@pytest.mark.parametrize("steps", [0, search.MOST_STEPS])
@pytest.mark.parametrize("budget", [None, 500_000])
def test_both_ways_end_with_the_same_proven_state(steps, budget, monkeypatch):
    monkeypatch.setattr(search, "MOST_STEPS", steps)
    told: list[State] = []
    one = instance(budget=budget, letters=1)

    state = Search(one, Meter(NEVER), told.append).best()

    value = one.value(state.chosen)
    assert value.codes == ("A", "B")
    assert state.bounds == {stage: value.of(stage) for stage in StageName}
    assert len(told) >= 1


def test_the_bound_without_a_proof_is_what_the_money_can_open():
    poor = instance(budget=210_000)

    state = Search(poor, Meter(Stop(nodes=0)), lambda _: None).best()

    assert state.bounds[StageName.SURE_DOORS] == 2
    assert poor.value(state.chosen).sure == 2
    assert state.bounds[StageName.COST] == 0


def test_among_equal_plans_the_smallest_codes_are_found_from_any_other():
    twins = [term("A"), term("B"), term("C")]
    one = instance_of(problem(twins, [program("P", asked(4))]), twins)
    model = Model(one, (0, 1, 2))
    model.rows.at_least(1, model.objective(StageName.SURE_DOORS).items())
    model.rows.at_most(1, model.objective(StageName.CODES).items())

    for first in (0, 1, 2):
        ending = Search(one, Meter(NEVER), lambda _: None)
        ending.chosen = frozenset({first})
        count = len(model.rows)
        ending._smallest_codes(model)
        model.rows.shorten(count)
        assert ending.chosen == {0}


@pytest.mark.parametrize("seed", [0, 38, 40, 45])
def test_every_better_plan_of_the_program_is_told_once_and_the_best_one_last(seed, monkeypatch):
    monkeypatch.setattr(search, "MOST_STEPS", 0)
    asked_for = random_problem(seed, 9)
    one = instance_of(asked_for, candidates(asked_for).terms)
    told: list[State] = []

    state = Search(one, Meter(NEVER), told.append).best()

    ranks = [one.value(each.chosen).rank for each in told]
    assert len(ranks) >= 2
    assert ranks == sorted(set(ranks), reverse=True)
    assert told[-1].chosen == state.chosen


def crowded(seed: int) -> Instance:
    """Twenty-four terms in eight specialties, fourteen programs asking for three of them each."""
    chance = Random(seed)
    terms = [
        term(f"T{n:02d}", week=2 * n, weeks=2, fee=10_000 + chance.randrange(90_000))
        for n in range(24)
    ]
    terms = [replace(one, specialty=f"s{n % 8}") for n, one in enumerate(terms)]
    programs = [
        program(
            f"P{n}",
            asked(
                chance.choice([4, 6]),
                specialties=frozenset(f"s{k}" for k in chance.sample(range(8), 3)),
            ),
        )
        for n in range(14)
    ]
    return instance_of(problem(terms, programs, budget=600_000), terms)


# The best figures are those of the same search without a limit.
@pytest.mark.parametrize(("seed", "best_doors", "best_net"), [(1, 12, 543_833), (11, 12, 585_693)])
def test_a_program_out_of_nodes_keeps_the_bounds_it_proved(seed, best_doors, best_net, monkeypatch):
    monkeypatch.setattr(search, "MOST_STEPS", 0)
    one = crowded(seed)
    first = first_bounds(one)

    state = Search(one, Meter(Stop(nodes=5)), lambda _: None).best()

    value, doors = one.value(state.chosen), state.bounds[StageName.SURE_DOORS]
    assert value.sure <= best_doors <= doors < first[StageName.SURE_DOORS]
    assert state.bounds[StageName.COST] <= best_net
    if doors == value.sure:
        assert first[StageName.COST] < state.bounds[StageName.COST]


def test_a_program_without_a_plan_where_one_is_known_is_a_disagreement():
    one = instance()
    model = Model(one, (0, 1, 2))
    model.rows.at_least(4, model.objective(StageName.CODES).items())

    with pytest.raises(InternalDisagreement, match="stage sure_doors finds no plan"):
        Search(one, Meter(NEVER), lambda _: None)._run(model, StageName.SURE_DOORS)
