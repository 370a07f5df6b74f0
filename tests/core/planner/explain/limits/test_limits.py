from dataclasses import replace
from datetime import date

from rounds.core.planner.explain.frontier import frontier
from rounds.core.planner.explain.limits import SOLVES, LimitName, limits
from rounds.core.planner.solve import solve
from rounds.core.planner.stop import NEVER, Stop
from tests.core.planner.explain.small import EIGHT, FOUR, HANDS_ON, MARCH, MAY, world


def test_every_limit_is_answered_in_a_fixed_order():
    question = world(
        (MARCH, replace(MAY, seats=0), HANDS_ON),
        programs=(FOUR, EIGHT),
        budget=50_000,
        latest=date(2027, 6, 1),
    )
    found = limits(question, solve(question), stop=NEVER)

    assert [limit.name for limit in found] == list(LimitName)
    assert {limit.name: limit.gained for limit in found} == {
        LimitName.BUDGET: 1,
        LimitName.DATES: 0,
        LimitName.PERMISSION_UNKNOWN: 0,
        LimitName.NOT_ALLOWED: 0,
        LimitName.SEATS: 1,
        LimitName.UNTOLD: 0,
    }


def test_the_same_question_has_the_same_answers():
    question = world(programs=(FOUR, EIGHT), budget=50_000)
    plan = solve(question)
    turned = replace(question, terms=question.terms[::-1])

    assert limits(question, plan, stop=NEVER) == limits(turned, plan, stop=NEVER)


def test_without_time_every_answer_is_still_true():
    question = world(programs=(FOUR, EIGHT), budget=50_000)
    found = limits(question, solve(question), stop=Stop(seconds=0))

    assert [limit.sentence for limit in found][:2] == [
        "At least 1 more door would open without the budget.",
        "No rotation lies outside your dates that could otherwise be chosen.",
    ]


def test_the_number_of_solves_is_bounded():
    assert SOLVES == 23


def test_the_frontier_and_the_budget_tell_the_same_story():
    question = world(programs=(FOUR, EIGHT), budget=20_000)
    plan = solve(question)
    shown = frontier(question, stop=NEVER, plan=plan)
    (budget, *_) = limits(question, plan, stop=Stop(seconds=0), staircase=shown)

    assert budget.gained == shown.points[-1].gained == 2
