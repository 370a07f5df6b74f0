import json

from rounds.cli.report.plan.sections import plan_as_json, show_plan


def test_the_document_has_every_part_in_order(answer):
    assert list(json.loads(plan_as_json(answer))) == [
        "format",
        "headline",
        "letters_in_time",
        "applicant",
        "season",
        "wishes",
        "rotations",
        "weeks_added_up",
        "doors",
        "costs",
        "frontier",
        "one_more_rotation",
        "limits",
        "shut",
        "proof",
        "figures",
    ]


def test_the_whole_report_fits_narrow_terminals(with_older_layer, shown):
    lines = shown(show_plan, with_older_layer, columns=60)

    assert max(map(len, lines)) <= 60
    assert [line for line in lines if line != line.rstrip()] == []
