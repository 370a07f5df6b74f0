from rounds.core.planner.report.shut import closed_groups, left_out_line, reason_rows, shut_item
from rounds.core.vocabulary import Door


def test_closed_doors_stand_once_under_what_closes_them(with_older_layer):
    groups = closed_groups(with_older_layer)

    doors = with_older_layer.honest.shut
    closed = [one for one in doors if one.assessment.door is Door.CLOSED]
    assert sum(len(group.names) for group in groups) == len(closed)
    assert [len(group.names) for group in groups] == sorted(
        (len(group.names) for group in groups), reverse=True
    )


def test_rotations_left_out_are_counted_by_reason(answer):
    assert left_out_line(answer).startswith(
        f"{answer.honest.terms_in} rotation dates of {len(answer.problem.terms)} could be chosen."
    )
    assert [int(count) for count, _ in reason_rows(answer)] == [
        count for _, count in answer.honest.terms_out
    ]


def test_the_json_lists_every_shut_program(answer):
    item = shut_item(answer)

    assert len(item["programs"]) == 8
    assert {program["door"] for program in item["programs"]} == {"closed", "undecided"}
    assert sum(row["doors"] for row in item["by_reason"]) == 8
