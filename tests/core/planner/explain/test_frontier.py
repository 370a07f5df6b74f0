from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.errors import BadInput
from rounds.core.planner.candidates import candidates
from rounds.core.planner.explain.frontier import frontier
from rounds.core.planner.explain.variants import roof, with_budget
from rounds.core.planner.offers import PriceLine
from rounds.core.planner.solve import solve
from rounds.core.planner.stop import NEVER, Stop
from tests.core.planner.brute import all_plans
from tests.core.planner.explain.small import EIGHT, FOUR, MARCH, MAY, TWELVE, world
from tests.core.planner.worlds import asked, program, random_problem

LADDER = tuple(
    replace(MARCH, code=f"T{n}", weeks=n, price=(PriceLine("fee", 10_000 * n),))
    for n in range(1, 9)
)
RUNGS = tuple(program(f"W{n}", asked(n)) for n in range(1, 9))


def figures(found):
    return [(point.cost, point.gained, point.is_proven) for point in found.points]


def test_doors_are_drawn_against_dollars_each_point_proven():
    found = frontier(world(programs=(FOUR, EIGHT, TWELVE), budget=0), stop=NEVER)

    assert figures(found) == [(0, 0, True), (50_000, 1, True), (150_000, 2, True)]
    assert [[term.code for term in point.terms] for point in found.points] == [
        [],
        ["MAY"],
        ["MARCH", "MAY"],
    ]
    assert found.is_complete
    assert found.sentence == (
        "3 choices, from $0 up: none is missing, and nothing beats one on doors and dollars."
    )
    assert found.points[1].sentence == "$500: 1 more door, proven."


def test_no_more_solves_are_made_than_points_asked_for():
    found = frontier(world(programs=(FOUR, EIGHT)), stop=NEVER, points=1)

    assert found.solves == 1
    assert figures(found) == [(0, 0, True), (150_000, 2, True)]
    assert not found.is_complete
    assert found.sentence == "2 choices, from $0 up, the best found; others may lie between them."


def test_few_points_are_spread_evenly_over_the_money():
    found = frontier(world(LADDER, programs=RUNGS), stop=NEVER, points=3)

    assert figures(found) == [(0, 0, True), (20_000, 2, True), (50_000, 5, True), (80_000, 8, True)]
    assert found.solves == 3
    assert not found.is_complete


def test_enough_points_miss_nothing():
    found = frontier(world(LADDER, programs=RUNGS), stop=NEVER, points=9)

    assert [point.gained for point in found.points] == list(range(9))
    assert found.is_complete


TALL = tuple(program(f"W{n}", asked(n)) for n in range(1, 13))


def test_the_money_spread_over_is_what_comes_on_top_of_pinned_terms():
    question = world((MAY, *LADDER), programs=TALL, pinned=frozenset({"MAY"}))
    found = frontier(question, stop=NEVER, points=3)

    assert figures(found) == [
        (50_000, 4, True),
        (70_000, 6, True),
        (100_000, 9, True),
        (130_000, 12, True),
    ]


def test_doors_that_pinned_terms_open_need_no_solve():
    question = world((MAY, *LADDER), programs=TALL, pinned=frozenset({"MAY"}))
    found = frontier(question, stop=NEVER, points=9)

    assert [point.gained for point in found.points] == list(range(4, 13))
    assert found.is_complete


def test_without_time_only_the_plan_that_costs_nothing_is_shown():
    found = frontier(world(programs=(FOUR,)), stop=Stop(seconds=0))

    assert figures(found) == [(0, 0, True)]
    assert not found.is_complete
    assert found.sentence == "No further door was found at any price; this is not proven."


def test_the_plan_shown_is_a_point_even_without_time():
    question = world(programs=(FOUR, EIGHT), budget=150_000)
    found = frontier(question, stop=Stop(seconds=0), plan=solve(question))

    assert figures(found) == [(0, 0, True), (150_000, 2, False)]
    assert found.points[1].sentence == "$1,500: 2 more doors, not proven; at most 2."


def test_what_the_shown_plan_proves_holds_for_every_smaller_budget():
    question = world(programs=(FOUR, EIGHT, TWELVE), budget=150_000)
    found = frontier(question, stop=Stop(seconds=0), plan=solve(question))

    assert [(point.cost, point.gained, point.gained_at_most) for point in found.points] == [
        (0, 0, 0),
        (150_000, 2, 2),
    ]


def test_a_rotation_without_a_price_casts_no_doubt_on_booking_nothing():
    unpriced = replace(MAY, price=(PriceLine("fee", None),))
    found = frontier(world((unpriced, MARCH), programs=(FOUR,)), stop=Stop(seconds=0))

    assert figures(found) == [(0, 0, True)]


def test_a_free_rotation_may_beat_booking_nothing():
    free = replace(MAY, price=())
    found = frontier(world((MARCH, free), programs=(FOUR, EIGHT)), stop=NEVER)

    assert figures(found) == [(0, 1, True), (100_000, 2, True)]
    assert figures(frontier(world((MARCH, free), programs=(FOUR,)), stop=Stop(seconds=0))) == [
        (0, 0, False)
    ]


def test_when_no_money_helps_it_says_so():
    found = frontier(world(programs=(TWELVE,)), stop=NEVER)

    assert figures(found) == [(0, 0, True)]
    assert found.sentence == "No amount of money opens a further door."


def test_doors_open_without_a_rotation_are_not_gained():
    found = frontier(world(programs=(FOUR, EIGHT), facts=facts_with(MARCH)), stop=NEVER)

    assert figures(found) == [(0, 0, True), (50_000, 1, True)]
    assert [point.doors for point in found.points] == [1, 2]
    assert [point.gained_at_most for point in found.points] == [0, 1]


def facts_with(one):
    facts = world().facts
    return replace(facts, experience=(one.as_experience(),))


def test_pinned_terms_are_in_every_point():
    found = frontier(world(programs=(FOUR, EIGHT), pinned=frozenset({"MARCH"})), stop=NEVER)

    assert figures(found) == [(100_000, 1, True), (150_000, 2, True)]
    assert all(MARCH in point.terms for point in found.points)


def test_pinned_terms_are_shown_by_date():
    question = world((MAY, MARCH), programs=(FOUR,), pinned=frozenset({"MAY", "MARCH"}))
    (point,) = frontier(question, stop=Stop(seconds=0)).points

    assert point.terms == (MARCH, MAY)


def test_a_pinned_term_without_a_price_leaves_nothing_to_compare():
    unpriced = replace(MAY, price=(PriceLine("fee", None),))
    found = frontier(world((unpriced,), pinned=frozenset({"MAY"})), stop=NEVER)

    assert (found.points, found.is_complete, found.solves) == ((), False, 0)
    assert found.sentence == (
        "A term you insist on has a cost nobody states; dollars cannot be compared."
    )


def test_a_plan_without_a_price_is_no_point():
    unpriced = replace(MAY, price=(PriceLine("fee", None),))
    question = world((unpriced,), programs=(FOUR,))
    found = frontier(question, stop=NEVER, plan=solve(question))

    assert [point.gained for point in found.points] == [0]


@settings(max_examples=40)
@given(st.integers(0, 100_000), st.integers(1, 12))
def test_every_proven_point_is_on_the_frontier_of_all_plans(seed, points):
    question = random_problem(seed, most_terms=6)
    try:
        plan = solve(question)
    except BadInput:
        return
    found = frontier(question, stop=NEVER, points=points, plan=plan)
    if not found.points:
        return
    rich = with_budget(question, roof(question))
    true = best_by_cost(all_plans(rich, candidates(rich).terms))

    proven = [(point.cost, point.doors) for point in found.points if point.is_proven]
    assert set(proven) <= set(true)
    assert found.solves <= points
    if found.is_complete:
        assert [(point.cost, point.doors) for point in found.points] == true
    for point in found.points:
        reachable = max(doors for cost, doors in true if cost <= point.cost)
        assert point.gained + reachable - point.doors <= point.gained_at_most
    if points == 12:
        assert found.is_complete


def best_by_cost(tried):
    """The plans no other beats on both, by trying everything."""
    kept = []
    for cost, doors in sorted((one.cost, one.rank[0]) for one in tried):
        if not kept or -doors > kept[-1][1]:
            kept.append((cost, -doors))
    return kept
