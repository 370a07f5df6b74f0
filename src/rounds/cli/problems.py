"""Say what is wrong with an input: every problem at once, kindly, on standard error."""

import json
from itertools import groupby

from rounds.cli.options import COMMAND_LINE
from rounds.cli.page import Page
from rounds.core.errors import BadInput, Problem

MOST_SHOWN = 100
PROBLEMS_FORMAT = "rounds.problems/1"


def show_problems(error: BadInput, page: Page) -> None:
    """One paragraph a problem, grouped by file, in the order of the lines; the first hundred."""
    count = len(error.problems)
    things = "One thing needs" if count == 1 else f"{count:,} things need"
    page.lead(f"{things} correcting before Rounds can answer.")
    ordered = sorted(error.problems, key=lambda p: (p.file != COMMAND_LINE, p))
    for file, problems in groupby(ordered, key=lambda problem: problem.file):
        page.line()
        page.line("On the command line" if file == COMMAND_LINE else f"In {file}", style="bold")
        told = list(problems)
        for problem in told[:MOST_SHOWN]:
            page.item("·", _sentence(problem), indent=2)
        if len(told) > MOST_SHOWN:
            page.line(f"and {len(told) - MOST_SHOWN:,} more; --json lists them all.", indent=2)


def problems_as_json(error: BadInput) -> str:
    """The same for programs."""
    rows = [
        {"file": p.file, "line": p.line or None, "key": p.key, "sentence": p.sentence}
        for p in error.problems
    ]
    return json.dumps({"format": PROBLEMS_FORMAT, "problems": rows}, indent=2, ensure_ascii=False)


def _sentence(problem: Problem) -> str:
    place = f"line {problem.line}: " if problem.line else ""
    key = "" if not problem.key or f"'{problem.key}'" in problem.sentence else f"{problem.key}: "
    if problem.file == COMMAND_LINE:
        key = key.replace(": ", " ", 1)
    return f"{place}{key}{problem.sentence}"
