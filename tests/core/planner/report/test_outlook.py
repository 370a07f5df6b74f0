from rounds.core.planner.report.outlook import (
    limit_rows,
    limits_item,
    one_more_item,
    one_more_lines,
)


def test_every_limit_has_its_sentence_and_least_changes(answer):
    rows = limit_rows(answer)

    assert [row.sentence for row in rows] == [limit.sentence for limit in answer.limits]
    assert [item["limit"] for item in limits_item(answer)] == [
        "budget",
        "dates",
        "permission_unknown",
        "not_allowed",
        "seats",
        "untold",
    ]


def test_the_best_addition_stands_first_and_the_others_after_or(answer):
    lines = one_more_lines(answer)

    assert lines[0] == answer.one_more.sentence
    assert [line[:4] for line in lines[1:]] == ["Or: "] * (len(answer.one_more.best) - 1)
    assert len(one_more_item(answer)["best"]) == len(answer.one_more.best)
