from dataclasses import replace

from rounds.cli.report.plan.frontier import (
    ASIDE,
    apart,
    cells_of,
    frontier_item,
    is_this_plan,
    show_frontier,
)


def test_the_points_rise_in_dollars_and_doors(answer):
    points = frontier_item(answer)["points"]

    assert [(one["cents"], one["more_doors"]) for one in points] == sorted(
        (one["cents"], one["more_doors"]) for one in points
    )
    assert points[0]["rotations"] == []


def test_the_plan_is_marked_in_words(answer):
    marked = [point for point in answer.frontier.points if is_this_plan(answer, point)]

    assert [cells_of(answer, point)[:3] for point in marked] == [("$2,709.60", "3", "2")]
    assert cells_of(answer, marked[0])[3].endswith("; this plan")
    assert apart(answer) == ""


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
