"""May you do these? Equal rulings are said once, with the rotations they hold for."""

from rounds.cli.page import Page
from rounds.cli.report.ruling import show_sources
from rounds.core.legality.ruling import NOT_LEGAL_ADVICE
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.law import added_up_lines, law_groups, telling


def show_law(answer: Answer, page: Page) -> None:
    """Each distinct ruling once."""
    if not answer.plan.terms:
        return
    page.heading("May you do these?")
    for group in law_groups(answer):
        page.item("·", group.title, indent=2)
        for sentence in group.sentences:
            page.line(sentence, indent=4)
        for finding in telling(group.ruling):
            show_sources(finding, page)
    for one, line in zip(answer.added_up, added_up_lines(answer), strict=True):
        page.item("!" if one.is_passed else "·", line, indent=2)
    page.quiet(NOT_LEGAL_ADVICE, indent=2)
