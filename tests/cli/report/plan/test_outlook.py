from rounds.cli.report.plan.outlook import show_outlook


def test_one_more_rotation_and_every_limit_are_told(answer, shown):
    lines = shown(show_outlook, answer)

    assert lines[:2] == ["", "One more rotation"]
    at = lines.index("What each limit costs")
    assert sum(line.startswith("  · ") for line in lines[at:]) == len(answer.limits)
