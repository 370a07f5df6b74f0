from copy import deepcopy

from rounds.core.planner.report.differences import differences
from rounds.core.planner.report.document import plan_document


def test_the_same_answer_has_no_differences(answer):
    document = plan_document(answer)

    assert differences(document, deepcopy(document)) == []


def test_rotations_dollars_doors_and_proof_are_each_told(answer):
    before = plan_document(answer)
    after = deepcopy(before)
    gone = after["rotations"].pop(0)
    after["rotations"][0] |= {"code": "NEW"}
    after["costs"]["total_cents"] = 100_000
    lost = after["doors"]["newly_open"].pop(0)
    after["doors"]["newly_open"].append({"id": "x", "name": "Program X"})
    after["doors"]["newly_possible"] = []
    after["proof"]["proven"] = False

    old = before["rotations"]
    assert differences(before, after) == [
        f"No longer in the plan: {gone['rotation']}, {gone['site']['name']}, Jan 4 – Jan 29, 2027.",
        (
            f"No longer in the plan: {old[1]['rotation']}, {old[1]['site']['name']}, "
            "Feb 8 – Mar 5, 2027."
        ),
        f"New in the plan: {old[1]['rotation']}, {old[1]['site']['name']}, Feb 8 – Mar 5, 2027.",
        "It costs $1,000, not $2,709.60.",
        f"1 door no longer opens with it: {lost['name']}.",
        "1 door opens with it besides: Program X.",
        "0 doors would be possible, not 2.",
        "It is no longer proven best: the search ran out of time.",
    ]
    assert differences(after, before)[-1] == "It is proven best now."


def test_many_doors_are_named_in_part(answer):
    before = plan_document(answer)
    after = deepcopy(before)
    more = [{"id": f"x{n}", "name": f"X{n}"} for n in range(7)]
    after["doors"]["newly_open"] += more

    assert differences(before, after) == [
        "7 doors open with it besides: X0; X1; X2; X3; X4; and 2 more."
    ]
    assert differences(after, before) == [
        "7 doors no longer open with it: X0; X1; X2; X3; X4; and 2 more."
    ]
