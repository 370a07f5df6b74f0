from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.planner.explain.frontier import frontier
from rounds.core.planner.explain.limits.budget import budget_limit
from rounds.core.planner.explain.limits.limit import LimitName, not_a_limit
from rounds.core.planner.explain.solving import Solver
from rounds.core.planner.explain.variants import roof, with_budget
from rounds.core.planner.offers import PriceLine
from rounds.core.planner.stop import NEVER, Stop
from tests.core.planner.brute import all_plans
from tests.core.planner.explain.limits.grounds import ground_of, most_doors_by_trying, or_none
from tests.core.planner.explain.small import EIGHT, FOUR, HERE, MARCH, MAY, TWELVE, plan_of, world
from tests.core.planner.worlds import asked, program, random_problem, term


def ask(question, stop=NEVER, solves=9):
    return budget_limit(ground_of(question), Solver(stop, solves=solves))


def test_dollars_more_that_open_a_door_are_exact():
    limit = ask(world(programs=(FOUR, EIGHT), budget=120_000))

    assert limit.name is LimitName.BUDGET
    assert (limit.gained, limit.opened, limit.is_proven) == (1, ("EIGHT",), True)
    assert limit.sentence == "1 more door would open without the budget."
    (least,) = limit.least
    assert (least.code, least.amount, least.is_proven) == ("budget.more", 30_000, True)
    assert least.sentence == "$300 more opens 1 more door; less opens none."


def test_no_solve_is_spent_on_a_cent():
    solver = Solver(NEVER, solves=9)
    limit = budget_limit(ground_of(world(programs=(FOUR,), budget=49_999)), solver)

    assert limit.least[0].sentence == "$0.01 more opens 1 more door; less opens none."
    assert solver.left == 8


def test_the_least_change_opens_one_door_even_if_all_the_money_opens_two():
    limit = ask(world(programs=(FOUR, EIGHT), budget=10_000))

    assert limit.gained == 2
    assert (limit.least[0].amount, limit.least[0].doors) == (40_000, 1)


def test_with_fewer_solves_than_doors_the_gap_is_halved():
    ladder = tuple(
        replace(MARCH, code=f"T{n}", rotation=f"rotation T{n}", author=f"Dr. {n}", weeks=n)
        for n in range(1, 9)
    )
    terms = tuple(replace(one, price=fees(10_000 * one.weeks)) for one in ladder)
    question = world(terms, programs=[program(f"W{n}", asked(n)) for n in range(1, 9)], budget=0)
    rough, fine = ask(question, solves=3), ask(question, solves=20)

    assert rough.gained == fine.gained == 8
    assert [(one.amount, one.doors, one.is_proven) for one in fine.least] == [(10_000, 1, True)]
    assert rough.least[0].amount == 10_000


def fees(cents):
    return (PriceLine("fee", cents),)


def test_two_cheap_rotations_may_be_less_than_one_that_opens_the_door_alone():
    long = term("LONG", week=22, weeks=8, at=HERE, fee=200_000)
    sixteen = program("SIXTEEN", asked(16))
    limit = ask(world((replace(MARCH, price=fees(50_000)), MAY, long), (EIGHT, sixteen), budget=0))

    assert limit.gained == 2
    assert limit.least[0].sentence == "$1,000 more opens 1 more door; less opens none."


def test_two_doors_for_more_money_are_not_the_least_change():
    july = term("JULY", week=26, at=HERE, fee=100_000)
    cheap = replace(MARCH, price=fees(50_000))
    limit = ask(world((cheap, MAY, july), programs=(EIGHT, TWELVE), budget=0))

    assert limit.gained == 2
    assert limit.least[0].sentence == "$1,000 more opens 1 more door; less opens none."


def test_a_frontier_that_shows_no_more_takes_nothing_from_a_proof():
    question = world(programs=(FOUR, EIGHT), budget=50_000)
    ground = replace(ground_of(question), known=frontier(question, stop=NEVER).points)
    limit = budget_limit(ground, Solver(NEVER, solves=9))

    assert (limit.gained, limit.is_proven) == (1, True)


def test_two_doors_that_open_at_one_price_are_said_as_two():
    limit = ask(world((MARCH,), programs=(FOUR, program("TOO", asked(4))), budget=0))

    assert limit.least[0].sentence == "$1,000 more opens 2 more doors; less opens none."


def test_without_time_one_rotation_more_gives_a_bound_and_says_so():
    limit = ask(world(programs=(FOUR, EIGHT), budget=20_000), stop=Stop(seconds=0))

    assert (limit.gained, limit.is_proven) == (1, False)
    assert limit.sentence == "At least 1 more door would open without the budget."
    assert limit.least[0].sentence == "At most $300 more is needed: that opens 1 more door."
    assert not limit.least[0].is_proven


def test_money_that_opens_nothing_has_no_least_change():
    limit = ask(world(programs=(FOUR, TWELVE), budget=50_000))

    assert (limit.gained, limit.is_proven, limit.least) == (0, True, ())
    assert limit.sentence == "No further door would open without the budget."


def test_what_the_frontier_already_shows_is_never_undercut():
    question = world(programs=(FOUR, EIGHT, program("NINE", asked(8))), budget=20_000)
    shown = frontier(question, stop=NEVER)
    ground = replace(ground_of(question), known=shown.points)
    limit = budget_limit(ground, Solver(Stop(seconds=0), solves=9))

    assert (limit.gained, limit.opened, limit.is_proven) == (3, ("FOUR", "EIGHT", "NINE"), False)
    assert limit.least[0].sentence == "$300 more opens 1 more door; less opens none."


def test_a_known_point_with_two_more_doors_is_no_proof_that_less_opens_none():
    question = world(programs=(FOUR, EIGHT, program("NINE", asked(8))), budget=60_000)
    shown = frontier(question, stop=NEVER)
    ground = replace(ground_of(question), known=shown.points)
    limit = budget_limit(ground, Solver(Stop(seconds=0), solves=9))

    assert (limit.least[0].amount, limit.least[0].doors) == (90_000, 2)
    assert not limit.least[0].is_proven


def test_doors_that_need_two_rotations_are_read_from_the_frontier():
    free = program("FREE", GraduatedWithin(5, Anchor.APPLY, 5))
    question = world(programs=(free, EIGHT), budget=0)
    ground = replace(ground_of(question), known=frontier(question, stop=NEVER).points)
    limit = budget_limit(ground, Solver(Stop(seconds=0), solves=9))

    assert (limit.gained, limit.opened) == (1, ("EIGHT",))
    assert [(one.amount, one.doors, one.is_proven) for one in limit.least] == [(150_000, 1, True)]


def test_a_better_plan_at_the_very_budget_is_no_question_of_money():
    question = world(programs=(FOUR,), budget=50_000)
    ground = replace(ground_of(question), plan=plan_of(is_proven=False))
    limit = budget_limit(ground, Solver(NEVER, solves=9))

    assert [(one.code, one.doors) for one in limit.least] == [("budget.already", 1)]


def test_a_plan_that_was_not_the_best_is_said_to_be_none():
    question = world(programs=(FOUR, EIGHT), budget=120_000)
    ground = replace(ground_of(question), plan=plan_of(is_proven=False))
    limit = budget_limit(ground, Solver(NEVER, solves=9))

    assert (limit.gained, limit.is_proven) == (2, False)
    assert [(one.code, one.is_proven) for one in limit.least] == [("budget.already", False)]
    assert limit.least[0].sentence == (
        "More doors were found within the same budget while searching: the plan shown is not the "
        "best. Allow the search more time."
    )


def test_no_budget_is_no_limit():
    limit = ask(world())

    assert limit == not_a_limit(LimitName.BUDGET, "You set no budget, so none limits the plan.")


@settings(max_examples=40)
@given(st.integers(0, 100_000))
def test_doors_and_dollars_are_those_of_trying_every_plan(seed):
    question = or_none(random_problem, seed)
    if question is None or question.wishes.budget is None:
        return
    ground = ground_of(question)
    limit = budget_limit(ground, Solver(NEVER, solves=40))
    rich = with_budget(question, roof(question))
    now = ground.plan.sure_doors

    assert limit.is_proven
    assert limit.gained == most_doors_by_trying(rich) - now
    better = [
        one.cost for one in all_plans(rich, ground_of(rich).candidates.terms) if -one.rank[0] > now
    ]
    assert bool(limit.least) is bool(better)
    if better:
        assert limit.least[0].is_proven
        assert limit.least[0].amount == min(better) - question.wishes.budget
