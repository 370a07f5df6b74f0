from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.planner.candidates import Reason
from rounds.core.planner.explain.limits.ground import codes
from rounds.core.planner.explain.limits.limit import LimitName, not_a_limit
from rounds.core.planner.explain.limits.seats import seats_limit
from rounds.core.planner.explain.solving import Solver
from rounds.core.planner.explain.variants import with_seats
from rounds.core.planner.stop import NEVER, Stop
from tests.core.planner.explain.limits.grounds import ground_of, most_doors_by_trying, or_none
from tests.core.planner.explain.small import EIGHT, FOUR, HERE, MARCH, MAY, TWELVE, world
from tests.core.planner.worlds import asked, program, random_problem, term

FULL = replace(MARCH, seats=0)


def ask(question, stop=NEVER):
    return seats_limit(ground_of(question), Solver(stop, solves=9))


def test_one_free_seat_that_opens_a_door_is_named():
    limit = ask(world((FULL, MAY), programs=(FOUR, EIGHT)))

    assert limit.name is LimitName.SEATS
    assert (limit.gained, limit.opened, limit.terms, limit.is_proven) == (1, ("EIGHT",), 1, True)
    assert limit.sentence == "1 more door would open if every rotation had a free seat."
    assert limit.least[0].sentence == (
        "One free seat in rotation MARCH, Fairport Hospital (fictional), from Mar 1, 2027 (MARCH): "
        "1 more door."
    )
    assert limit.least[0].is_proven
    assert limit.least[0].code == "seats.one"


def test_two_seats_that_only_help_together_name_no_single_one():
    limit = ask(world((FULL, replace(MAY, seats=0)), programs=(EIGHT,)))

    assert (limit.gained, limit.least) == (1, ())


def test_a_seat_that_helps_only_beside_another_plan_is_named_but_not_proven():
    children = replace(MARCH, specialty="pediatrics")
    first = term("FIRST", week=22, at=HERE, fee=45_000, seats=0)
    second = term("SECOND", week=27, at=HERE, fee=40_000, seats=0)
    pediatric = program("PEDS", asked(4, specialties=frozenset({"pediatrics"})))
    limit = ask(
        world(
            (children, MAY, first, second),
            programs=(FOUR, EIGHT, replace(EIGHT, id="EIGHT_TOO"), pediatric),
            budget=100_000,
        )
    )

    assert (limit.gained, limit.terms, limit.is_proven) == (1, 2, True)
    assert [(one.code, one.doors, one.is_proven) for one in limit.least] == [
        ("seats.one", 1, False)
    ]
    assert "(FIRST)" in limit.least[0].sentence


def test_without_time_the_best_single_seat_is_a_bound():
    limit = ask(world((FULL, MAY), programs=(FOUR, EIGHT)), stop=Stop(seconds=0))

    assert limit.sentence == "At least 1 more door would open if every rotation had a free seat."
    assert limit.least[0].doors == 1


def test_seats_that_open_nothing_say_so():
    limit = ask(world((FULL, MAY), programs=(TWELVE,)))

    assert limit.sentence == "No further door would open if every rotation had a free seat."
    assert limit.least == ()


def test_when_nothing_is_full_it_says_so():
    assert ask(world()) == not_a_limit(
        LimitName.SEATS, "No rotation is closed to you only because it is full."
    )


@settings(max_examples=30)
@given(st.integers(0, 100_000))
def test_doors_are_those_of_trying_every_plan(seed):
    question = or_none(half_full, seed)
    if question is None:
        return
    ground = ground_of(question)
    limit = seats_limit(ground, Solver(NEVER, solves=40))
    if not limit.applies:
        return
    full = codes(ground.kept_out_only_by(Reason.NO_SEATS))
    now = ground.plan.sure_doors

    assert limit.is_proven
    assert limit.gained == most_doors_by_trying(with_seats(question, full)) - now
    for change in limit.least:
        one_seat = max(
            most_doors_by_trying(with_seats(question, frozenset({code}))) for code in full
        )
        assert 0 < change.doors <= one_seat - now


def half_full(seed, most_terms):
    question = random_problem(seed, most_terms)
    terms = tuple(
        replace(one, seats=n % 2) if one.code not in question.wishes.pinned else one
        for n, one in enumerate(question.terms)
    )
    return replace(question, terms=terms)
