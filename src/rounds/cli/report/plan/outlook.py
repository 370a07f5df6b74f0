"""One more rotation, and what each limit costs."""

from rounds.cli.page import Page
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.outlook import limit_rows, one_more_lines


def show_outlook(answer: Answer, page: Page) -> None:
    """The best addition, then limit by limit."""
    page.heading("One more rotation")
    for line in one_more_lines(answer):
        page.line(line, indent=2)
    page.heading("What each limit costs")
    for row in limit_rows(answer):
        page.item("·", row.sentence, indent=2)
        for line in row.least:
            page.quiet(line, indent=4)
