"""What stays closed or undecided, why, and what could still change that."""

from rounds.cli.page import Page
from rounds.core.planner.explain.words import capitalized
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.shut import (
    FEW,
    FEW_NAMES,
    FIRST,
    closed_groups,
    left_out_line,
    reason_rows,
)
from rounds.core.planner.report.words import names_line


def show_shut(answer: Answer, page: Page) -> None:
    """Reasons with counts first, then a few closed doors with their clause, then the cures."""
    honest = answer.honest
    if honest.shut:
        page.heading(f"What stays closed or undecided: {len(honest.shut):,}")
        rows = [(f"{count:,}", capitalized(words)) for _, count, words in honest.by_bar]
        page.table(("Doors", "Because"), rows, numbers=FIRST)
    groups = closed_groups(answer)
    if groups:
        page.heading("Closed, and the clauses that close them")
    for group in groups[:FEW]:
        page.item(f"{len(group.names):,} ×", f"{group.clauses}.", indent=2)
        page.quiet(names_line(group.names, most=FEW_NAMES), indent=4)
    if len(groups) > FEW:
        left = sum(len(group.names) for group in groups[FEW:])
        page.quiet(f"and {left:,} more for other clauses; --html lists them all.", indent=2)
    if honest.cures:
        page.heading("What could still change that")
    for cure in honest.cures:
        page.item("·", cure.sentence, indent=2)
    if honest.terms_out:
        page.heading("Rotations left out")
        page.line(left_out_line(answer), indent=2)
        page.table(("Dates", "Because"), reason_rows(answer), numbers=FIRST)
