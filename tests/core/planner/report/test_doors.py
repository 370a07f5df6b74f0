from rounds.core.planner.report.doors import (
    cause_lines,
    doors_item,
    groups_of,
    letter_lines,
    possible_lists,
)


def test_doors_that_rest_on_letters_say_whose_gift_a_letter_is(answer, nothing_helps):
    assert letter_lines(answer) == [
        (
            "1 door rests on letters not yet written. A letter is its writer's to give: this count "
            "assumes that each author of these rotations whose policy is to write does write."
        )
    ]
    assert letter_lines(nothing_helps) == []


def test_each_open_door_stands_in_one_group(answer):
    groups = groups_of(answer, answer.doors.opened)

    names = [change.program.id for group in groups for change in group.changes]
    assert sorted(names) == sorted(change.program.id for change in answer.doors.opened)


def test_rules_of_the_planned_season_stand_first(answer):
    assert [title for title, _ in possible_lists(answer)] == [
        "By rules current for season 2028",
        "By rules older than season 2028",
    ]


def test_possible_doors_are_told_with_what_is_unknown(answer):
    lines = cause_lines(answer.doors.made_possible)

    assert lines == [
        "1 door: ask the program.",
        "1 door: check the program's page for the planned season.",
    ]


def test_the_older_layer_stands_apart(with_older_layer):
    ((title, older),) = possible_lists(with_older_layer)

    assert title == "By rules older than season 2028"
    assert len(older) == len(with_older_layer.doors.made_possible) > 0
    assert not any(change.program.is_fictional for change in older)


def test_the_json_counts_as_the_headline_does(answer):
    item = doors_item(answer)

    assert (item["open_before"], item["open_after"]) == (1, 4)
    assert [len(item["newly_open"]), len(item["newly_possible"])] == [3, 2]
    clauses = item["newly_open"][0]["clauses"]
    assert {clause["after"] for clause in clauses} == {"met"}
    assert {code for clause in clauses for code in clause["rotations"]} <= set(answer.numbers)
