from rounds.cli.report.plan.rotations import show_rotations
from rounds.core.planner.report.rotations import rotations_item


def test_each_rotation_says_when_where_what_and_what_for(answer, shown):
    lines = shown(show_rotations, answer)

    assert lines[1:8] == [
        "The rotations",
        "1 Jan 4 – Jan 29, 2027   Psychiatry observership 3",
        "  Quillfeather Teleclinic (fictional), Quillfeather (online), MI (QUILL3-270104)",
        "  observership, observing, virtual, 4 weeks; 15 hours a week in an office, 10 in",
        "  teaching sessions",
        "  Dr. Kavya Foxglovewood (fictional) writes letters, usually by Mar 12, 2027 (in",
        "  time)",
    ]
    assert lines[8] == "  Permission: allowed, on a condition"
    assert [line for line in lines if line.startswith("2 ")] == [
        "2 Feb 8 – Mar 5, 2027   Neurology observership 3"
    ]


def test_without_a_rotation_there_is_no_section(nothing_helps, shown):
    assert shown(show_rotations, nothing_helps) == []
    assert rotations_item(nothing_helps) == []
