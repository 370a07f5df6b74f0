from dataclasses import replace
from datetime import date

import pytest

from rounds.core.facts import ClinicalExperience, StatusSpan
from rounds.core.legality.rules import WeeksLimit
from rounds.core.planner.explain.added_up import added_up
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Kind, Mode, Role, Status
from tests.core.planner.explain.small import plan_of, world
from tests.core.planner.worlds import CITIZEN, site, term

STUDENT = replace(CITIZEN, degree_on=date(2028, 5, 1), statuses=(StatusSpan(Status.US_CITIZEN),))
CONDITION = (
    "All your clerkships in New York together stay within 12 weeks in two academic years, unless "
    "the state has approved your school for longer ones."
)


def elective(code, week, weeks=4, **changes):
    made = term(code, week=week, weeks=weeks, role=Role.HANDS_ON, kind=Kind.ELECTIVE)
    return replace(made, **{"is_part_of_degree": True, **changes})


ONE, TWO, THREE, FOURTH = (elective(f"E{n}", 5 * n) for n in range(1, 5))
IN_OHIO = elective("OHIO", 26, site=site(1))


def told(last, **changes):
    made = ClinicalExperience(
        "told",
        DateSpan(last.replace(day=1), last),
        4,
        Kind.ELECTIVE,
        Role.HANDS_ON,
        Mode.IN_PERSON,
        "US",
        None,
        state="NY",
    )
    return replace(made, **changes)


def sums(*terms, experience=()):
    question = world(terms=terms, facts=replace(STUDENT, experience=experience))
    return added_up(question, plan_of(*terms))


def test_twelve_weeks_are_within_twelve_and_every_rotation_is_named():
    (found,) = sums(ONE, TWO, THREE, IN_OHIO)

    assert (found.rule, found.condition) == ("ny-student-clerkship", CONDITION)
    assert found.limit == WeeksLimit(12, 2)
    assert [one.code for one in found.terms] == ["E1", "E2", "E3"]
    assert (found.weeks, found.told, found.is_passed) == (12, 0, False)
    assert found.sentence == "E1 + E2 + E3: 12 weeks in all, of at most 12."


def test_more_weeks_than_the_limit_are_said_plainly_with_the_exception():
    (found,) = sums(ONE, TWO, THREE, FOURTH)

    assert (found.weeks, found.is_passed) == (16, True)
    assert found.sentence == (
        "E1 + E2 + E3 + E4: 16 weeks in all, of at most 12: 4 weeks too many, unless the exception "
        "holds for you. The plan does not keep this limit by itself; make sure before you book."
    )


def test_weeks_told_from_before_count_too():
    (found,) = sums(ONE, TWO, experience=(told(date(2026, 6, 30)),))

    assert (found.told, found.weeks, found.is_passed) == (4, 12, False)
    assert found.sentence == "E1 + E2, with 4 weeks you have told: 12 weeks in all, of at most 12."


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "OH"},
        {"state": None},
        {"kind": Kind.OBSERVERSHIP},
        {"role": Role.OBSERVING},
        {"mode": Mode.VIRTUAL},
    ],
)
def test_told_weeks_the_rule_does_not_speak_of_are_left_out(changes):
    (found,) = sums(ONE, experience=(told(date(2026, 6, 30), **changes),))

    assert found.told == 0


@pytest.mark.parametrize(("days_later", "weeks"), [(0, 0), (1, 4)])
def test_told_weeks_count_for_two_years_up_to_the_last_day_of_the_plan(days_later, weeks):
    last = ONE.span.last.replace(year=ONE.span.last.year - 2)
    item = told(last.replace(day=last.day + days_later))

    assert sums(ONE, experience=(item,))[0].told == weeks


def test_the_two_years_end_with_the_last_of_the_rotations():
    early = told(date(2025, 3, 20))

    assert sums(ONE, experience=(early,))[0].told == 4
    assert sums(ONE, TWO, experience=(early,))[0].told == 0


def test_a_rotation_that_may_turn_out_to_be_under_the_condition_counts():
    unsure = replace(TWO, is_part_of_degree=None)

    assert [one.code for one in sums(ONE, unsure)[0].terms] == ["E1", "E2"]


def test_without_such_a_condition_nothing_is_added_up():
    assert sums(IN_OHIO) == ()
    assert sums(term("WATCH")) == ()
    assert added_up(world(terms=(ONE,), facts=STUDENT), plan_of()) == ()
