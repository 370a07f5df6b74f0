from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rounds.core.planner.explain.limits.dates import dates_limit
from rounds.core.planner.explain.limits.limit import LimitName, not_a_limit
from rounds.core.planner.explain.solving import Solver
from rounds.core.planner.explain.variants import with_dates
from rounds.core.planner.stop import NEVER, Stop
from tests.core.planner.explain.limits.grounds import ground_of, most_doors_by_trying, or_none
from tests.core.planner.explain.small import EIGHT, FOUR, MARCH, MAY, TWELVE, plan_of, world
from tests.core.planner.worlds import TODAY, asked, program, random_problem

APRIL = {"earliest": date(2027, 4, 1), "latest": date(2027, 5, 16)}


def ask(question, stop=NEVER):
    return dates_limit(ground_of(question), Solver(stop, solves=9))


def test_days_later_and_days_earlier_that_open_a_door_are_exact():
    limit = ask(world(programs=(FOUR, EIGHT), **APRIL))

    assert limit.name is LimitName.DATES
    assert (limit.gained, limit.terms, limit.is_proven) == (2, 2, True)
    later, earlier = limit.least
    assert (later.code, later.amount, later.doors, later.is_proven) == ("dates.later", 12, 1, True)
    assert later.sentence == (
        "12 days later, until May 28, 2027, with the same budget: 1 more door."
    )
    assert (earlier.code, earlier.amount, earlier.is_proven) == ("dates.earlier", 31, True)
    assert earlier.sentence == (
        "31 days earlier, from Mar 1, 2027, with the same budget: 1 more door."
    )


def test_the_budget_still_holds():
    limit = ask(world(programs=(FOUR, EIGHT), budget=60_000, **APRIL))

    assert limit.gained == 1
    assert [change.code for change in limit.least] == ["dates.later"]


def test_the_nearest_of_several_days_is_found():
    weeks = [
        replace(MAY, code=f"T{n}", span=replace_days(MAY.span, n), author=f"Dr. {n}")
        for n in range(0, 70, 7)
    ]
    question = world(tuple(weeks), programs=(FOUR,), latest=date(2027, 5, 20))

    assert [change.amount for change in ask(question).least] == [8]


def test_the_nearest_of_several_earlier_days_is_found():
    weeks = [later(MAY, -n, code=f"T{n}", author=f"Dr. {n}") for n in range(1, 8)]
    question = world(tuple(weeks), programs=(FOUR,), earliest=date(2027, 5, 1))

    for stop in (NEVER, Stop(seconds=0)):
        (change,) = ask(question, stop=stop).least
        assert (change.code, change.amount, change.is_proven) == ("dates.earlier", 5, True)


def replace_days(span, days):
    shift = timedelta(days=days)
    return replace(span, first=span.first + shift, last=span.last + shift)


def test_without_time_one_rotation_more_gives_a_bound_and_says_so():
    limit = ask(world(programs=(FOUR, EIGHT), **APRIL), stop=Stop(seconds=0))

    assert limit.sentence == "At least 1 more door would open with any dates."
    assert limit.least[0].sentence.startswith("12 days later")
    assert limit.least[0].is_proven


def test_no_solve_is_spent_on_days_that_are_proven_already():
    solver = Solver(NEVER, solves=9)
    dates_limit(ground_of(world(programs=(FOUR, EIGHT), **APRIL)), solver)

    assert solver.left == 8


def later(one, weeks, **changes):
    return replace(one, span=replace_days(one.span, 7 * weeks), **changes)


def test_a_later_rotation_that_opens_nothing_is_passed_over():
    children = later(MAY, 2, code="CHILDREN", specialty="pediatrics")
    adults = later(MAY, 5, code="ADULTS")
    far = later(MAY, 8, code="FAR", specialty="pediatrics")
    medicine = asked(4, specialties=frozenset({"internal medicine"}))
    question = world(
        (children, adults, far),
        programs=(program("MEDICINE", medicine),),
        latest=date(2027, 5, 28),
    )
    told, untimed = ask(question).least, ask(question, stop=Stop(seconds=0)).least

    assert [(one.amount, one.is_proven) for one in told] == [(35, True)]
    assert told[0].sentence == (
        "35 days later, until Jul 2, 2027, with the same budget: 1 more door."
    )
    assert [(one.amount, one.is_proven) for one in untimed] == [(35, False)]
    assert untimed[0].sentence == (
        "At most 35 days later, until Jul 2, 2027, with the same budget: 1 more door."
    )


def test_the_days_between_are_halved_until_none_is_left():
    children = [
        later(MAY, n, code=f"C{n}", specialty="pediatrics", author=f"Dr. {n}") for n in (2, 3, 4)
    ]
    medicine = asked(4, specialties=frozenset({"internal medicine"}))
    terms = (*children, later(MAY, 6, code="ADULTS"))
    question = world(terms, programs=(program("MEDICINE", medicine),), latest=date(2027, 5, 28))
    solver = Solver(NEVER, solves=9)
    limit = dates_limit(ground_of(question), solver)

    assert [(one.amount, one.is_proven) for one in limit.least] == [(42, True)]
    assert solver.left == 6


def test_a_better_plan_within_the_dates_needs_at_most_the_days_asked_about():
    dearer = later(MAY, 2, code="LATER", price=MARCH.price)
    question = world((MARCH, MAY, dearer), programs=(EIGHT,))
    shortened_to_may = with_dates(question, earliest=TODAY, latest=date(2027, 5, 28))
    ground = replace(ground_of(shortened_to_may), plan=plan_of(is_proven=False))
    limit = dates_limit(ground, Solver(NEVER, solves=9))

    assert (limit.gained, limit.is_proven) == (1, False)
    assert [(one.amount, one.doors, one.is_proven) for one in limit.least] == [(14, 1, False)]


def test_dates_that_open_nothing_have_no_least_change():
    limit = ask(world(programs=(TWELVE,), **APRIL))

    assert (limit.gained, limit.is_proven, limit.least) == (0, True, ())


def test_when_no_term_lies_outside_it_says_so():
    limit = ask(world((MARCH,)))

    assert limit == not_a_limit(
        LimitName.DATES, "No rotation lies outside your dates that could otherwise be chosen."
    )


@settings(max_examples=40)
@given(st.integers(0, 100_000), st.integers(-9, 20), st.integers(1, 20))
def test_doors_and_days_are_those_of_trying_every_plan(seed, start, weeks):
    question = or_none(lambda *args: shortened(*args, start, weeks), seed)
    if question is None:
        return
    ground = ground_of(question)
    limit = dates_limit(ground, Solver(NEVER, solves=40))
    if not limit.applies:
        return
    wishes, now = question.wishes, ground.plan.sure_doors
    free = with_dates(question, earliest=date(2026, 1, 1), latest=date(2029, 1, 1))

    assert limit.is_proven
    assert limit.gained == most_doors_by_trying(free) - now
    least = {change.code: change for change in limit.least}
    later = [
        (term.span.last - wishes.latest).days
        for term in question.terms
        if term.span.last > wishes.latest
        and most_doors_by_trying(
            with_dates(question, earliest=wishes.earliest, latest=term.span.last)
        )
        > now
    ]
    assert ("dates.later" in least) is bool(later)
    if later:
        assert (least["dates.later"].amount, least["dates.later"].is_proven) == (min(later), True)


def shortened(seed, most_terms, start, weeks):
    question = random_problem(seed, most_terms)
    first = max(TODAY, date(2027, 1, 4) + timedelta(weeks=start))
    wishes = replace(
        question.wishes, earliest=first, latest=first + timedelta(weeks=weeks), pinned=frozenset()
    )
    return replace(question, wishes=wishes)
