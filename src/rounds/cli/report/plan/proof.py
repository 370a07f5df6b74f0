"""How far the plan is proven, and against which catalog."""

from rounds.cli.page import Page
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.proof import ORDER, catalog_line


def show_proof(answer: Answer, page: Page) -> None:
    """The claim, the order it holds for, and what was searched."""
    page.heading("Proof")
    page.line(answer.proof.sentence, indent=2)
    page.line(ORDER, indent=2)
    page.quiet(catalog_line(answer), indent=2)
