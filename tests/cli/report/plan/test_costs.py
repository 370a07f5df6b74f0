from rounds.cli.report.plan.costs import show_costs


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
