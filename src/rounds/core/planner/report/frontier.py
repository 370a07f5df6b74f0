"""Doors against dollars: the plans that no other plan beats on both, and this plan among them."""

from rounds.core.planner.explain.frontier import FrontierPoint
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.items import Item
from rounds.core.values import money

ASIDE = "Only doors that surely open are compared here; possible doors and letters are left aside."
PROVEN_WORDS = {True: "proven", False: "best found"}


def frontier_item(answer: Answer) -> Item:
    """The points from the cheapest to the dearest."""
    return {
        "sentence": answer.frontier.sentence,
        "complete": answer.frontier.is_complete,
        "points": [
            {
                "cents": point.cost,
                "doors": point.doors,
                "more_doors": point.gained,
                "more_doors_at_most": point.gained_at_most,
                "proven": point.is_proven,
                "this_plan": is_this_plan(answer, point),
                "rotations": [term.code for term in point.terms],
            }
            for point in answer.frontier.points
        ],
    }


def cells_of(answer: Answer, point: FrontierPoint) -> tuple[str, str, str, str]:
    """Dollars, doors, rotations, proof; the plan itself is marked in words."""
    proof = PROVEN_WORDS[point.is_proven]
    if is_this_plan(answer, point):
        proof += "; this plan"
    return money(point.cost), f"{point.gained:,}", f"{len(point.terms):,}", proof


def is_this_plan(answer: Answer, point: FrontierPoint) -> bool:
    """True when the point has the plan's doors at the plan's price."""
    return (point.cost, point.doors) == (answer.plan.cost, answer.plan.sure_doors)


def apart(answer: Answer) -> str:
    """Why the plan is no point of the comparison; nothing when it is one."""
    if any(is_this_plan(answer, point) for point in answer.frontier.points):
        return ""
    return f"That is why your plan, {money(answer.plan.cost)}, is none of these points."
