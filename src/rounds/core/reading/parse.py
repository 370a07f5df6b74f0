"""From TOML text to the table at its top."""

import re
import tomllib
from datetime import date
from typing import Any  # parsed TOML is untyped until a Section has checked it

from rounds.core.errors import BadInput, Problem
from rounds.core.reading.report import Report
from rounds.core.reading.section import NO_SUCH_DAY, Section

MAX_TEXT_BYTES = 20_000_000
BYTE_ORDER_MARK = "\ufeff"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DAY_LENGTH = 10
WRITE_VALUES = (
    "a value is missing or written another way than asked; write text in double quotes, days as "
    "2027-03-01, yes as true and no as false"
)
CLOSE_TEXT = "a text is not closed; end it with the quotation mark it began with"
ADVICE = (
    ("Invalid value", WRITE_VALUES),
    ("Illegal character '\\n'", CLOSE_TEXT),
    ("Unterminated string", CLOSE_TEXT),
    ("Expected ']'", "the name of a table is not closed; end it with ]"),
    ("Expected newline", "something stands behind a value; write one key with its value a line"),
    ("Unclosed array", "a list is not closed; end it with ]"),
    ("Expected '='", "a key has no value; write it as key = value"),
    ("Cannot overwrite a value", "a key stands twice; keep one of the two"),
    ("Cannot declare", "a table stands twice; put everything about it into one"),
)


def read_toml(text: str, file: str) -> Section:
    """Parse a TOML text; raises BadInput with the line when it is not TOML.

    A byte-order mark is dropped. A day that is on no calendar is noted and the rest still read, so
    that its other problems are found as well.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    report = Report(file, text)
    if len(text) > MAX_TEXT_BYTES:
        report.add((), "the file is larger than 20 MB; split it.")
        report.raise_if_any()
    try:
        data = _parse(text, report)
    except tomllib.TOMLDecodeError as error:
        report.problems.append(_syntax_problem(error, file, text))
        raise BadInput(tuple(report.problems)) from error
    except RecursionError as error:
        raise BadInput((Problem(file, 0, "", "the file is nested too deeply."),)) from error
    return Section(data, (), report)


def _parse(text: str, report: Report) -> dict[str, Any]:
    while True:
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            broken = _impossible_day(error, text)
            if broken is None:
                raise
            line = text.count("\n", 0, broken.start()) + 1
            sentence = f"{broken.group()} is no day of the calendar."
            report.problems.append(Problem(report.file, line, "", sentence))
            text = text[: broken.start()] + NO_SUCH_DAY + text[broken.end() :]


def _impossible_day(error: tomllib.TOMLDecodeError, text: str) -> re.Match[str] | None:
    """The day at which, or within which, the parser stopped."""
    stopped = _offset(error, text)
    near = DAY.finditer(text, max(stopped - DAY_LENGTH, 0), stopped + DAY_LENGTH)
    return next((day for day in near if day.start() <= stopped and not _is_day(day.group())), None)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _place(error: tomllib.TOMLDecodeError) -> tuple[int, int] | None:
    """Line and column, both 1-based, out of the parser's message."""
    found = re.search(r"\(at line (\d+), column (\d+)\)$", str(error))
    return (int(found[1]), int(found[2])) if found else None


def _offset(error: tomllib.TOMLDecodeError, text: str) -> int:
    """Where in the text the parser stopped; its end when the message names no place."""
    place = _place(error)
    if place is None:
        return len(text)
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place[0] - 1]) + place[1] - 1


def _syntax_problem(error: tomllib.TOMLDecodeError, file: str, text: str) -> Problem:
    place = _place(error)
    line = place[0] if place else text.rstrip().count("\n") + 1
    return Problem(file, line, "", f"this is not valid TOML: {_advice(error, text)}.")


def _advice(error: tomllib.TOMLDecodeError, text: str) -> str:
    """What to do about it; the parser's own words where we know no better ones."""
    reason = str(error).split(" (at", 1)[0]
    if "key part" in reason and text[_offset(error, text) :][:1] in ("\n", "\r"):
        return "a table in braces must stand on one line, and end without a comma"
    return next((says for start, says in ADVICE if reason.startswith(start)), reason)
