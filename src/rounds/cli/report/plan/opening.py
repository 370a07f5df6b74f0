"""The first lines: the answer in one sentence, for whom, when, and under which limits."""

from rounds.cli.page import Page
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.opening import (
    contradictions,
    frame,
    headline,
    limits_line,
    notices,
    standing,
)


def show_opening(answer: Answer, page: Page) -> None:
    """Headline, proof in half a sentence, person, season, limits."""
    page.lead(headline(answer))
    page.line(standing(answer))
    page.line()
    page.line(frame(answer))
    page.line(f"Within {limits_line(answer)}.")
    for notice in notices(answer):
        page.quiet(notice)
    for contradiction in contradictions(answer):
        page.item("!", contradiction)
