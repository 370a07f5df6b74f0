"""Doors against dollars: the plans that no other plan beats on both, and this plan among them."""

from rounds.cli.page import Page
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.frontier import ASIDE, apart, cells_of


def show_frontier(answer: Answer, page: Page) -> None:
    """A small table, and how complete it is."""
    page.heading("Doors against dollars")
    page.line(answer.frontier.sentence, indent=2)
    points = answer.frontier.points
    if len(points) < 2:
        return
    page.table(
        ("Dollars", "More doors", "Rotations", "Proof"),
        [cells_of(answer, point) for point in points],
        numbers=frozenset({0, 1, 2}),
    )
    page.quiet(f"{ASIDE} {apart(answer)}".rstrip(), indent=2)
