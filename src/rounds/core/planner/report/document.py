"""A plan as the document ``rounds.plan/1``, in the order people ask."""

from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.costs import costs_item
from rounds.core.planner.report.doors import doors_item
from rounds.core.planner.report.frontier import frontier_item
from rounds.core.planner.report.items import Item
from rounds.core.planner.report.law import added_up_item
from rounds.core.planner.report.opening import opening_item
from rounds.core.planner.report.outlook import limits_item, one_more_item
from rounds.core.planner.report.proof import proof_item
from rounds.core.planner.report.rotations import figures_item, rotations_item
from rounds.core.planner.report.shut import shut_item

PLAN_FORMAT = "rounds.plan/1"


def plan_document(answer: Answer) -> Item:
    """Every part as plain JSON."""
    return {
        "format": PLAN_FORMAT,
        **opening_item(answer),
        "rotations": rotations_item(answer),
        "weeks_added_up": added_up_item(answer),
        "doors": doors_item(answer),
        "costs": costs_item(answer),
        "frontier": frontier_item(answer),
        "one_more_rotation": one_more_item(answer),
        "limits": limits_item(answer),
        "shut": shut_item(answer),
        "proof": proof_item(answer),
        "figures": figures_item(answer),
    }
