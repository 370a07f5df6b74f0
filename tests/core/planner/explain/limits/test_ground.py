from dataclasses import replace
from datetime import date

from rounds.core.planner.candidates import Reason
from rounds.core.planner.explain.limits.ground import codes
from rounds.core.planner.explain.limits.limit import LimitName
from rounds.core.planner.explain.variants import roof, with_budget
from rounds.core.planner.solve import solve
from rounds.core.planner.stop import NEVER
from tests.core.planner.explain.limits.grounds import ground_of
from tests.core.planner.explain.small import EIGHT, FOUR, HANDS_ON, MARCH, MAY, world


def test_a_term_with_two_reasons_is_not_kept_out_by_one():
    question = world(
        (replace(MARCH, seats=0), replace(HANDS_ON, seats=0), MAY), latest=date(2027, 5, 30)
    )
    ground = ground_of(question)

    assert codes(ground.kept_out_only_by(Reason.NO_SEATS)) == {"MARCH"}
    assert codes(
        ground.kept_out_only_by(Reason.NO_SEATS, Reason.PERMISSION_UNKNOWN, Reason.TOO_LATE)
    ) == {"MARCH", "HANDS"}


def test_single_additions_keep_the_relaxed_budget():
    question = world(programs=(FOUR, EIGHT), budget=50_000)
    ground = ground_of(question)

    assert ground.singles(question) == []
    rich = with_budget(question, roof(question))
    assert [one.term.code for one in ground.singles(rich)] == ["MARCH"]
    exactly = with_budget(question, 150_000)
    assert [one.term.code for one in ground.singles(exactly)] == ["MARCH"]
    assert ground.singles(with_budget(question, 149_999)) == []


def test_the_gain_is_what_was_found_or_one_addition_if_that_is_better():
    question = world(programs=(FOUR, EIGHT), budget=50_000)
    ground = ground_of(question)
    rich = with_budget(question, roof(question))
    singles = ground.singles(rich)

    found = ground.limit(LimitName.BUDGET, solve(rich), [])
    assert (found.gained, found.opened, found.is_proven) == (1, ("EIGHT",), True)
    assert (found.name, found.terms) == (LimitName.BUDGET, 0)
    assert ground.limit(LimitName.SEATS, None, singles, terms=3).terms == 3
    bounded = ground.limit(LimitName.BUDGET, None, singles)
    assert (bounded.gained, bounded.opened, bounded.is_proven) == (1, ("EIGHT",), False)
    worse = ground.limit(LimitName.BUDGET, solve(with_budget(question, 0)), [])
    assert (worse.gained, worse.opened) == (0, ())


def test_no_number_is_proven_unless_the_plan_shown_is():
    question = world(programs=(FOUR, EIGHT), budget=50_000)
    ground = ground_of(question)
    stages = tuple(replace(stage, bound=9) for stage in ground.plan.stages)
    unproven = replace(ground, plan=replace(ground.plan, stages=stages))

    rich = solve(with_budget(question, roof(question)), stop=NEVER)
    assert not unproven.limit(LimitName.BUDGET, rich, []).is_proven
