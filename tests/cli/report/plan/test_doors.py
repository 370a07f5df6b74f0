from rounds.cli.report.plan.doors import show_doors
from rounds.core.planner.report.doors import (
    NOT_ODDS,
    door_line,
    groups_of,
    letter_lines,
)


def test_doors_stand_under_the_clauses_that_open_them(answer, shown):
    lines = shown(show_doors, answer, columns=100)
    (group, *_) = groups_of(answer, answer.doors.opened)

    assert lines[1] == "Doors that open: 3"
    assert " ".join(line.strip() for line in lines[2:4]) == letter_lines(answer)[0]
    under = [line.strip() for line in lines[5 : lines.index("", 5)]]
    assert " ".join(under) == " ".join(
        [*group.lines, *(f"· {door_line(change)}" for change in group.changes)]
    )
    assert [line.startswith("Now met with rotation") for line in group.lines] == [True, True]


def test_when_no_door_opens_only_the_truth_about_doors_is_left(nothing_helps, shown):
    lines = shown(show_doors, nothing_helps)

    assert " ".join(lines).strip() == NOT_ODDS
