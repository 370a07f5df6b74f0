"""The chosen rotations: dates, place, kind, role, permission, letter, and what each one does."""

from rounds.cli.page import Page
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.law import permission_words
from rounds.core.planner.report.rotations import effect_line, place_line, rows, what_line
from rounds.core.planner.report.words import letter_line, short_span


def show_rotations(answer: Answer, page: Page) -> None:
    """One block a rotation, by date."""
    if not answer.plan.terms:
        return
    page.heading("The rotations")
    for term, effect, ruling, figures in rows(answer):
        page.item(str(answer.numbers[term.code]), f"{short_span(term.span)}   {term.rotation}")
        for line in (
            place_line(term),
            what_line(term),
            letter_line(term, answer.problem.season.apply_on),
            f"Permission: {permission_words(ruling)}",
        ):
            page.line(line, indent=2)
        page.quiet(effect_line(effect, figures), indent=2)
