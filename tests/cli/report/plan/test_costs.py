from rounds.cli.report.plan.costs import by_rotation, costs_item, show_costs


def test_the_lines_add_up_to_the_last_one(answer, shown):
    assert shown(show_costs, answer) == [
        "",
        "What it costs",
        "  Rotation  For                                                 Dollars",
        "  ─────────────────────────────────────────────────────────────────────",
        "  1         tuition                                                $400",
        "  2         tuition                                              $1,225",
        "  2         ≈ housing for 4 weeks in Larkspindle Corners, AZ    $784.60",
        "  2         ≈ travel to Larkspindle Corners, AZ                    $300",
        "",
        "            In all                                            $2,709.60",
        "  Lines marked ≈ are estimates; travel is counted once per town, an upper bound.",
    ]


def test_what_costs_nothing_has_no_table(nothing_helps, shown):
    assert shown(show_costs, nothing_helps) == []


def test_the_json_is_in_cents(answer):
    item = costs_item(answer)

    assert item["total_cents"] == sum(line["cents"] for line in item["lines"]) == 270_960
    assert item["estimated_cents"] == 108_460


def test_lines_stand_under_the_number_of_their_rotation(answer):
    assert [(number, len(lines)) for number, lines in by_rotation(answer)] == [("1", 1), ("2", 3)]
