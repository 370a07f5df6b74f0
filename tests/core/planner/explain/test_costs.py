from dataclasses import replace

import pytest

from rounds.core.errors import InternalDisagreement
from rounds.core.planner.explain.costs import cost_sheet
from rounds.core.planner.solve import solve
from tests.core.planner.explain.small import EIGHT, NOTHING, world
from tests.core.planner.worlds import site, term


def test_the_lines_sum_to_the_total_and_estimates_are_told_apart():
    away = site(1, housing=20_000, travel=30_000)
    terms = (term("A", week=8, at=away), term("B", week=17, at=away, fee=50_000))
    sheet = cost_sheet(solve(world(terms, programs=(EIGHT,))))

    assert sum(line.cents for line in sheet.lines) == sheet.total == 340_000
    assert sheet.estimated == 190_000
    assert sheet.sentence == "$3,400 in all, of which $1,900 is estimated."


def test_a_plan_without_estimates_says_only_its_sum():
    assert cost_sheet(solve(world(programs=(EIGHT,)))).sentence == "$1,500 in all."


def test_an_empty_plan_costs_nothing():
    assert cost_sheet(NOTHING).sentence == "$0 in all."


def test_lines_that_do_not_sum_are_a_bug_and_never_shown():
    wrong = replace(solve(world(programs=(EIGHT,))), cost=149_999)

    with pytest.raises(InternalDisagreement, match=r"sum to \$1,500, the plan says \$1,499\.99"):
        cost_sheet(wrong)
