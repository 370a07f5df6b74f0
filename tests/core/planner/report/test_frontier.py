from rounds.core.planner.report.frontier import apart, cells_of, frontier_item, is_this_plan


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
