import json

from rounds.core.planner.report.page import page_of


def listed(value):
    """The value with tuples as lists, as JSON gives it back."""
    match value:
        case dict():
            return {key: listed(part) for key, part in value.items()}
        case list() | tuple():
            return [listed(part) for part in value]
    return value


def test_the_page_comes_back_from_json_as_it_went_in(answer, nothing_helps):
    for one in (answer, nothing_helps):
        page = page_of(one)
        assert json.loads(json.dumps(page)) == listed(page)


def test_the_page_says_what_the_sections_say(answer):
    page = page_of(answer)

    assert page["is_whole"] is True
    assert page["headline"] == (
        "With these two rotations, $2,709.60 in all, 3 more doors stand open; 2 others would be "
        "possible."
    )
    assert [one["code"] for one in page["rotations"]] == ["QUILL3-270104", "LARK3-270208"]
    assert sum(len(group["doors"]) for group in page["opened"]) == 3
    assert {door["id"] for group in page["opened"] for door in group["doors"]} == {
        change.program.id for change in answer.doors.opened
    }
    assert page["total"] == "$2,709.60"
    assert page["points"][0]["cells"][0] == "$0"
    assert page["chart"]["drawn"]["dots"][0]["doors"] == 0
    assert [month["name"] for month in page["months"]] == [
        "January 2027", "February 2027", "March 2027", "September 2027",
    ]  # fmt: skip


def test_a_plan_without_rotations_has_neither_costs_nor_law(nothing_helps):
    page = page_of(nothing_helps)

    assert (page["rotations"], page["costs"], page["law"]) == ([], [], [])
    assert page["headline"].startswith("No plan from this catalog")
