from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.errors import BadInput
from rounds.core.planner.candidates import candidates
from rounds.core.planner.explain.doors_and_dollars import doors_and_dollars
from rounds.core.planner.plan import StageName
from rounds.core.planner.stop import NEVER
from tests.core.planner.brute import all_plans
from tests.core.planner.explain.small import EIGHT, FOUR, MAY, world
from tests.core.planner.worlds import asked, program, random_problem


def test_possible_doors_are_not_paid_for():
    months = program("MONTHS", asked(9, 8))
    plan = doors_and_dollars(world(programs=(FOUR, months)), stop=NEVER)

    assert plan.terms == (MAY,)
    assert [(one.stage, one.value, one.bound) for one in plan.stages] == [
        (StageName.SURE_DOORS, 1, 1),
        (StageName.COST, 50_000, 50_000),
    ]


def test_the_lines_sum_to_the_cost():
    plan = doors_and_dollars(world(programs=(EIGHT,)), stop=NEVER)

    assert plan.cost == sum(line.cents for line in plan.cost_lines) == 150_000
    assert plan.finish == MAY.span.last


@settings(max_examples=60)
@given(st.integers(0, 100_000))
def test_most_doors_then_least_money_is_what_trying_everything_finds(seed):
    question = random_problem(seed, most_terms=7)
    try:
        entering = candidates(question).terms
    except BadInput:
        return
    plan = doors_and_dollars(question, stop=NEVER)
    doors, cost = min((one.rank[0], one.cost) for one in all_plans(question, entering))

    assert (plan.sure_doors, plan.cost) == (-doors, cost)
    assert plan.is_proven
