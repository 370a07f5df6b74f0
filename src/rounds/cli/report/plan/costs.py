"""What it costs, line by line, to the cent."""

from rounds.cli.page import Page
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.costs import ESTIMATES, by_rotation, label_of
from rounds.core.values import money


def show_costs(answer: Answer, page: Page) -> None:
    """A table that adds up."""
    if not answer.costs.lines:
        return
    page.heading("What it costs")
    rows = [
        (rotation, label_of(line), money(line.cents))
        for rotation, lines in by_rotation(answer)
        for line in lines
    ]
    page.table(
        ("Rotation", "For", "Dollars"),
        [*rows, ("", "In all", money(answer.costs.total))],
        numbers=frozenset({2}),
        last_is_sum=True,
    )
    if answer.costs.estimated:
        page.quiet(ESTIMATES, indent=2)
