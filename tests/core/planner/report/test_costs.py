from rounds.core.planner.report.costs import by_rotation, costs_item


def test_the_json_is_in_cents(answer):
    item = costs_item(answer)

    assert item["total_cents"] == sum(line["cents"] for line in item["lines"]) == 270_960
    assert item["estimated_cents"] == 108_460


def test_lines_stand_under_the_number_of_their_rotation(answer):
    assert [(number, len(lines)) for number, lines in by_rotation(answer)] == [("1", 1), ("2", 3)]
