"""The doors that open, under the clauses that open them; the possible ones stand apart."""

from collections.abc import Sequence

from rounds.cli.page import Page
from rounds.core.planner.explain.doors import DoorChange
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.doors import (
    FEW,
    NOT_ODDS,
    POSSIBLE,
    cause_lines,
    door_line,
    groups_of,
    letter_lines,
    possible_lists,
)
from rounds.core.planner.report.words import names_line, program_name


def show_doors(answer: Answer, page: Page) -> None:
    """Newly open doors first; then what would be possible."""
    opened, possible = answer.doors.opened, answer.doors.made_possible
    if opened:
        page.heading(f"Doors that open: {len(opened):,}")
        for line in letter_lines(answer):
            page.line(line, indent=2)
        _show_groups(answer, opened, page)
    if possible:
        page.heading(f"Possible, not counted above: {len(possible):,}")
        page.line(POSSIBLE, indent=2)
        for line in cause_lines(possible):
            page.item("·", line, indent=2)
        for title, changes in possible_lists(answer):
            names = [program_name(change.program) for change in changes]
            page.item("·", f"{title}: {names_line(names, most=FEW)}", indent=2)
    page.line()
    page.quiet(NOT_ODDS)


def _show_groups(answer: Answer, changes: Sequence[DoorChange], page: Page) -> None:
    for group in groups_of(answer, changes):
        page.line()
        for line in group.lines:
            page.line(line, indent=2)
        for change in group.changes:
            page.item("·", door_line(change), indent=4)
