"""The planner against trying everything, and where people will push it."""

import gc
from dataclasses import replace
from random import Random

import pytest

from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.errors import BadInput, InternalDisagreement
from rounds.core.facts import ApplicantFacts
from rounds.core.planner import check, search
from rounds.core.planner.candidates import candidates
from rounds.core.planner.offers import PriceLine
from rounds.core.planner.plan import Plan, StageName
from rounds.core.planner.problem import Problem
from rounds.core.planner.solve import solve
from rounds.core.planner.stop import Stop
from rounds.core.vocabulary import LetterPolicy, Mode, Role
from tests.core.planner.brute import best_of_all
from tests.core.planner.worlds import asked, problem, program, random_problem, site, term


def rank_of(asked_for: Problem, plan: Plan) -> tuple[object, ...]:
    net = plan.cost - asked_for.wishes.cents_for_a_letter * plan.letters
    finish = plan.finish.toordinal() if plan.finish else 0
    codes = tuple(sorted(one.code for one in plan.terms))
    return (-plan.sure_doors, -plan.possible_doors, net, -plan.letters, finish, len(codes), codes)


def agrees(seed: int, most_terms: int) -> bool:
    """Solve a random world and compare; False when its wishes contradict each other."""
    asked_for = random_problem(seed, most_terms)
    try:
        entering = candidates(asked_for).terms
    except BadInput:
        return False
    best = best_of_all(asked_for, entering)
    plan = solve(asked_for)
    assert rank_of(asked_for, plan) == best.rank, seed
    assert plan.cost == best.cost, seed
    assert [stage.stage for stage in plan.stages] == list(StageName)
    assert plan.is_proven
    return True


@pytest.mark.parametrize("block", range(16))
def test_random_worlds_agree_with_trying_everything(block):
    solved = [agrees(seed, 9) for seed in range(block * 25, block * 25 + 25)]

    assert sum(solved) >= 20


@pytest.mark.parametrize("seed", range(9000, 9008))
def test_worlds_of_up_to_twelve_terms_agree_with_trying_everything(seed):
    agrees(seed, 12)


@pytest.mark.parametrize("block", range(4))
def test_the_mixed_integer_program_alone_agrees_with_trying_everything(block, monkeypatch):
    monkeypatch.setattr(search, "MOST_STEPS", 0)

    solved = [agrees(seed, 8) for seed in range(20_000 + block * 25, 20_025 + block * 25)]

    assert sum(solved) >= 20


def answer(asked_for: Problem) -> Plan | tuple[object, ...]:
    """The plan, or everything wrong with the wishes."""
    try:
        return solve(asked_for)
    except BadInput as error:
        return error.problems


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("steps", [0, search.MOST_STEPS])
def test_shuffled_input_gives_the_same_plan(seed, steps, monkeypatch):
    monkeypatch.setattr(search, "MOST_STEPS", steps)
    asked_for = random_problem(seed, 9)
    chance = Random(seed)
    shuffled = replace(
        asked_for,
        terms=tuple(chance.sample(asked_for.terms, len(asked_for.terms))),
        programs=tuple(chance.sample(asked_for.programs, len(asked_for.programs))),
    )

    assert answer(shuffled) == answer(asked_for)


# ── stages in their order ──────────────────────────────────────────────────────────────────────


def test_one_more_sure_door_is_worth_any_money_within_the_budget():
    cheap, dear = term("CHEAP", fee=10_000), term("DEAR", week=6, fee=900_000, role=Role.HANDS_ON)
    hands_on = program("hands-on", asked(4, roles=frozenset({Role.HANDS_ON})))
    anything = program("anything", asked(4))

    plan = solve(problem([cheap, dear], [hands_on, anything], include_unknown_permission=True))

    assert [one.code for one in plan.terms] == ["DEAR"]
    assert (plan.sure_doors, plan.possible_doors) == (2, 2)


def test_of_equal_doors_the_cheaper_plan_wins_then_the_earlier_then_the_smaller_code():
    programs = [program("P", asked(4))]
    cheap = [term("C", week=8), term("B", week=4), term("A", week=4)]

    assert codes(solve(problem([*cheap, term("D", fee=90_000)], programs))) == ["D"]
    assert codes(solve(problem(cheap, programs))) == ["A"]


def codes(plan: Plan) -> list[str]:
    return [one.code for one in plan.terms]


def letter_term(code: str, **changes: object):
    return term(code, letter_policy=LetterPolicy.WRITES, turnaround_days=14, **changes)


def test_a_letter_is_bought_up_to_its_price_and_not_beyond():
    terms = [letter_term("A", fee=50_000), letter_term("B", week=6, fee=50_000)]
    programs = [program("P", asked(4))]
    price = 50_000 + 4 * 20_000

    bought = solve(problem(terms, programs, letters=2, cents_for_a_letter=price))
    dear = solve(problem(terms, programs, letters=2, cents_for_a_letter=price - 1))

    assert (codes(bought), bought.letters) == (["A", "B"], 2)
    assert (codes(dear), dear.letters) == (["A"], 1)


def test_one_author_writes_one_letter_for_several_terms():
    terms = [letter_term("A", author="Dr. X"), letter_term("B", week=6, author="Dr. X")]

    plan = solve(problem(terms, [program("P", LettersAsked(2))], letters=2))

    assert (plan.sure_doors, plan.terms) == (0, ())


def test_a_conditional_letter_opens_a_door_only_possibly():
    maybe = term("A", letter_policy=LetterPolicy.CONDITIONAL, turnaround_days=14)

    plan = solve(problem([maybe], [program("P", LettersAsked(1))], letters=1))

    assert (plan.sure_doors, plan.possible_doors, plan.letters) == (0, 1, 0)


def test_a_program_of_weight_zero_is_ignored_and_a_heavier_one_counts_more():
    observe, hands_on = term("A"), term("B", role=Role.HANDS_ON)
    programs = [
        program("light", asked(4, roles=frozenset({Role.OBSERVING}))),
        program("heavy", asked(4, roles=frozenset({Role.HANDS_ON}))),
    ]

    def plan(**weights: int) -> Plan:
        wishes = tuple(weights.items())
        asked_for = problem(
            [observe, hands_on], programs, weights=wishes, include_unknown_permission=True
        )
        return solve(asked_for)

    assert (codes(plan(heavy=3)), plan(heavy=3).sure_doors) == (["B"], 3)
    assert (codes(plan(heavy=0)), plan(heavy=0).sure_doors) == (["A"], 1)


# ── costs and calendar ─────────────────────────────────────────────────────────────────────────


def test_lines_sum_to_the_cost_and_once_only_costs_are_paid_once():
    check_line = PriceLine("background check", 5_400, once="check")
    fee = PriceLine("fee", 100_000)
    terms = [term("A", price=(fee, check_line)), term("B", week=6, price=(fee, check_line))]
    programs = [program("P", asked(8))]

    plan = solve(problem(terms, programs))
    paid = solve(problem(terms, programs, paid_once=frozenset({"check"})))

    assert plan.cost == sum(line.cents for line in plan.cost_lines)
    assert plan.cost == 2 * 100_000 + 5_400 + 8 * 20_000 + 30_000
    assert paid.cost == plan.cost - 5_400


def test_travel_days_lie_free_between_two_towns_and_not_within_one():
    here = [term("A"), term("B", week=4)]
    there = [term("A"), term("B", week=4, at=site(1))]
    programs = [program("P", asked(8))]

    # Friday to Monday leaves two free days
    assert solve(problem(here, programs, travel_days=3)).sure_doors == 1
    assert solve(problem(there, programs, travel_days=2)).sure_doors == 1
    assert solve(problem(there, programs, travel_days=3)).sure_doors == 0


def test_a_virtual_term_needs_no_housing_and_no_travel():
    plan = solve(problem([term("A", mode=Mode.VIRTUAL)], [program("P", asked(4))]))

    assert plan.cost == 100_000


# ── the edges ──────────────────────────────────────────────────────────────────────────────────


def test_a_budget_of_nothing_gives_the_empty_plan_with_its_proof():
    plan = solve(problem([term("A")], [program("P", asked(4))], budget=0))

    assert (plan.terms, plan.cost, plan.sure_doors, plan.finish) == ((), 0, 0, None)
    assert plan.is_proven


def test_no_term_and_no_program_give_the_empty_plan():
    assert solve(problem([], [])).is_proven
    assert solve(problem([], [program("P", asked(4))])).terms == ()


def test_with_nothing_known_no_term_is_lawful_and_the_plan_is_empty():
    plan = solve(problem([term("A")], [program("P", asked(4))], ApplicantFacts()))

    assert (plan.terms, plan.sure_doors, plan.possible_doors) == ((), 0, 1)


def test_no_term_is_booked_for_a_door_that_is_open_or_shut_already():
    open_already = program("open", GraduatedWithin(9, Anchor.APPLY, 9))
    shut = program("shut", GraduatedWithin(1, Anchor.APPLY, 1), asked(4))

    plan = solve(problem([term("A")], [open_already, shut]))

    assert (plan.terms, plan.sure_doors) == ((), 1)


def test_a_pinned_term_is_in_the_plan_even_when_it_opens_nothing():
    plan = solve(
        problem([term("A"), term("B", week=8)], [program("P", asked(4))], pinned=frozenset({"B"}))
    )

    assert codes(plan) == ["B"]


def test_ten_thousand_offers_are_planned():
    terms = [term(f"T{n:05d}", week=n % 30, fee=50_000 + n % 1_000) for n in range(10_000)]
    programs = [program("P", asked(4)), program("Q", asked(8))]

    plan = solve(problem(terms, programs, budget=800_000))

    assert (plan.sure_doors, plan.is_proven) == (2, True)
    assert [one.price[0].cents for one in plan.terms] == [50_000, 50_000]


def test_solving_makes_no_cycles_for_the_collector_to_find():
    asked_for = random_problem(31, 9)
    gc.collect()
    gc.disable()
    try:
        solve(asked_for)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_solver_out_of_nodes_says_so_and_says_it_again_the_same_way():
    asked_for = random_problem(31, 9)

    plans = [solve(asked_for, stop=Stop(nodes=0)) for _ in range(2)]

    assert plans[0] == plans[1]
    unproven = [stage for stage in plans[0].stages if not stage.is_proven]
    assert plans[0].is_proven == (not unproven)


@pytest.mark.parametrize(
    ("stop", "budget"), [(Stop(nodes=0), 600_000), (Stop(seconds=0, clock=lambda: 0.0), None)]
)
def test_a_solver_out_of_time_gives_its_best_plan_with_an_honest_gap(stop, budget):
    terms = [term(f"T{n}", week=4 * n, at=site(n % 3)) for n in range(8)]
    programs = [program(f"P{n}", asked(n, countries=frozenset({"US"}))) for n in (4, 8, 12, 16, 20)]
    asked_for = problem(terms, programs, budget=budget, letters=1)

    plan = solve(asked_for, stop=stop)
    best = best_of_all(asked_for, asked_for.terms)

    assert not plan.is_proven
    doors = plan.stages[0]
    assert doors.value <= -best.rank[0] <= doors.bound
    assert budget is None or plan.cost <= budget


def test_a_first_plan_is_told_at_once_and_no_later_one_is_worse():
    asked_for = random_problem(31, 9)
    told: list[Plan] = []

    plan = solve(asked_for, progress=told.append)

    ranks = [rank_of(asked_for, one) for one in [*told, plan]]
    assert len(told) >= 1
    assert ranks == sorted(ranks, reverse=True)
    assert all(one.stages[0].bound >= plan.sure_doors >= one.stages[0].value for one in told)


def test_a_disagreement_with_the_scalar_check_is_an_error_and_no_plan(monkeypatch):
    monkeypatch.setattr(check, "doors_by_assess", lambda *_: (99, 99))

    with pytest.raises(InternalDisagreement, match="scalar check"):
        solve(problem([term("A")], [program("P", asked(4))]))
