"""The report of a plan, section by section, in the order people ask."""

import json

from rounds.cli.page import Page
from rounds.cli.report.plan.costs import show_costs
from rounds.cli.report.plan.doors import show_doors
from rounds.cli.report.plan.frontier import show_frontier
from rounds.cli.report.plan.law import show_law
from rounds.cli.report.plan.opening import show_opening
from rounds.cli.report.plan.outlook import show_outlook
from rounds.cli.report.plan.proof import show_proof
from rounds.cli.report.plan.rotations import show_rotations
from rounds.cli.report.plan.shut import show_shut
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.document import plan_document

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
    return json.dumps(plan_document(answer), indent=2, ensure_ascii=False)
