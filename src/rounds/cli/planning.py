"""Answer a planning problem and show it the way it was wanted."""

import os
from dataclasses import dataclass
from errno import EACCES, EISDIR, ENOENT
from pathlib import Path

import typer

from rounds.cli.answering import answer_to
from rounds.cli.endings import STOPPED
from rounds.cli.options import cannot_write
from rounds.cli.page import Page
from rounds.cli.progress import Progress
from rounds.cli.report.plan.html import plan_as_html
from rounds.cli.report.plan.sections import plan_as_json, show_plan
from rounds.core.planner.problem import Problem
from rounds.core.planner.report.answer import Answer

SECONDS, MOST_SECONDS = 60, 36_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """How long to search, and how to show the answer."""

    seconds: int = SECONDS
    html: Path | None = None
    as_json: bool = False
    must_be_proven: bool = True


def answer_and_show(problem: Problem, wanted: Wanted) -> None:
    """Search, telling of progress, then show what was found.

    Raises BadInput before the search when the page could not be written anyway.
    """
    if wanted.html is not None:
        _check_place(wanted.html)
    with Progress(is_quiet=wanted.as_json) as progress:
        answer = answer_to(
            problem, seconds=wanted.seconds, progress=progress.plan, stage=progress.stage
        )
    show_answer(answer, wanted)


def show_answer(answer: Answer, wanted: Wanted) -> None:
    """Print the report; leaves with status 3 when the plan is not proven and must be."""
    if wanted.as_json:
        typer.echo(plan_as_json(answer))
    else:
        show_plan(answer, Page())
    if wanted.html is not None:
        _write(answer, wanted.html)
    if wanted.must_be_proven and not answer.proof.is_proven:
        raise typer.Exit(STOPPED)


def _check_place(path: Path) -> None:
    """Refuse a page's place while nothing has been waited for."""
    target = path if path.exists() else path.parent
    try:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        if not target.exists():
            raise FileNotFoundError(ENOENT, f"there is no folder {target}")
        if not os.access(target, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))
    except OSError as error:
        raise cannot_write("--html", path, error) from error


def _write(answer: Answer, path: Path) -> None:
    """Write the page whole or not at all: beside its place first, then put there."""
    page, place = plan_as_html(answer), path.resolve()
    beside = place.with_name(f".{place.name}.part")
    try:
        if place.exists() and not place.is_file():
            place.write_text(page, encoding="utf-8")
        else:
            beside.write_text(page, encoding="utf-8")
            beside.replace(place)
    except OSError as error:
        if beside.is_file():
            beside.unlink()
        raise cannot_write("--html", path, error) from error
    Page(to_stderr=True).line(f"The report is in {path}")
