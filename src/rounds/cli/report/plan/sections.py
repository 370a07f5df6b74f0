"""The report of a plan, section by section, in the order people ask."""

import json

from rounds.cli.page import Page
from rounds.cli.report.plan.answer import Answer
from rounds.cli.report.plan.costs import costs_item, show_costs
from rounds.cli.report.plan.doors import doors_item, show_doors
from rounds.cli.report.plan.frontier import frontier_item, show_frontier
from rounds.cli.report.plan.law import added_up_item, show_law
from rounds.cli.report.plan.opening import opening_item, show_opening
from rounds.cli.report.plan.outlook import limits_item, one_more_item, show_outlook
from rounds.cli.report.plan.proof import proof_item, show_proof
from rounds.cli.report.plan.rotations import figures_item, rotations_item, show_rotations
from rounds.cli.report.plan.shut import show_shut, shut_item

PLAN_FORMAT = "rounds.plan/1"
SHOWN = (
    show_opening,
    show_rotations,
    show_law,
    show_doors,
    show_costs,
    show_frontier,
    show_outlook,
    show_shut,
    show_proof,
)


def show_plan(answer: Answer, page: Page) -> None:
    """The whole report on a terminal."""
    for show in SHOWN:
        show(answer, page)


def plan_as_json(answer: Answer) -> str:
    """The document ``rounds.plan/1``."""
    document = {
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
    return json.dumps(document, indent=2, ensure_ascii=False)
