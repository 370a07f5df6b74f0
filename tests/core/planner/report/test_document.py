import json

from rounds.core.planner.report.document import plan_document


def test_the_document_is_json_and_has_every_part_in_order(answer):
    document = plan_document(answer)

    assert json.loads(json.dumps(document)) == document
    assert list(document) == [
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
    assert document["format"] == "rounds.plan/1"
