from dataclasses import replace

from rounds.cli.report.plan.frontier import show_frontier
from rounds.core.planner.report.frontier import ASIDE, apart


def test_a_plan_that_is_no_point_says_why(answer, shown):
    dearer = replace(answer, plan=replace(answer.plan, cost=answer.plan.cost + 1))

    assert apart(dearer) == "That is why your plan, $2,709.61, is none of these points."
    text = " ".join(" ".join(shown(show_frontier, dearer)).split())
    assert text.endswith(f"{ASIDE} {apart(dearer)}")


def test_a_single_point_needs_no_table(answer, shown):
    lone = replace(answer.frontier, points=answer.frontier.points[:1])

    lines = shown(show_frontier, replace(answer, frontier=lone))

    assert lines[:2] == ["", "Doors against dollars"]
    assert [line for line in lines if "$" in line] == []
