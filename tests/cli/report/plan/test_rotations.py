from dataclasses import replace

from rounds.cli.report.plan.rotations import (
    effect_line,
    figures_item,
    rotations_item,
    rows,
    show_rotations,
    what_line,
)


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


def test_what_a_rotation_does_is_said_alone_together_and_toward(answer):
    _, effect, _, figures = rows(answer)[1]
    bare = replace(figures, counts_toward=(), makes_possible_alone=())

    assert effect_line(replace(effect, opens_alone=("a", "b"), opens_together=("c",)), bare) == (
        "Opens 2 doors by itself; helps to open 1 door."
    )
    assert effect_line(replace(effect, opens_alone=(), opens_together=()), bare) == (
        "Opens no door by itself."
    )


def test_a_rotation_without_hours_has_no_loose_semicolon(answer):
    term = replace(answer.plan.terms[0], hours=())

    assert what_line(term) == "observership, observing, virtual, 4 weeks"


def test_the_json_carries_the_ruling_and_the_letters_day(answer):
    first, second = rotations_item(answer)

    assert (first["code"], first["letter_ready_on"]) == ("QUILL3-270104", "2027-03-12")
    assert second["legality"]["permission"] == "allowed"
    assert second["hours"] == {"office": 32, "didactic": 2}


def test_every_date_that_may_enter_has_its_three_figures(answer):
    items = figures_item(answer)

    assert len(items) == len(answer.figures) == answer.honest.terms_in
    assert [item["code"] for item in items if item["in_plan"]] == ["LARK3-270208", "QUILL3-270104"]
