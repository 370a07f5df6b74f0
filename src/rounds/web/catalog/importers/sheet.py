"""A CSV file read with care: what is no table is refused, what is odd in a row is told."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO

from rounds.web.kit.refusal import Refusal

MOST_BYTES, MOST_ROWS, LONGEST_CELL = 30_000_000, 100_000, 20_000
UNKNOWN_WORDS = frozenset(
    {"", "not available", "not published", "not stated", "unknown", "n/a", "none stated", "null"}
)
WRONG_FILES = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a ZIP or Excel file"), (b"{", "JSON"))


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not taken, with the line it begins on and the reason."""

    line: int
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column, trimmed, and the line it begins on."""

    line: int
    cells: dict[str, str]

    def told(self, column: str) -> str:
        """The cell, or an empty text for the many faces of *not known*."""
        text = self.cells[column]
        return "" if text.casefold() in UNKNOWN_WORDS else text


@dataclass(frozen=True, slots=True)
class Sheet:
    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...]


def read_sheet(data: bytes, needed: Sequence[str]) -> Sheet:
    """All rows of a CSV; raises Refusal when the file is no such table at all."""
    lines = csv.reader(StringIO(_text(data), newline=""), strict=True)
    rows, rejected = [], []
    try:
        head = [name.strip() for name in next(lines, [])]
        _check_head(head, needed)
        start = lines.line_num + 1
        for cells in lines:
            line, start = start, lines.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if problem := _problem(cells, head):
                rejected.append(Rejected(line, cells[0][:60], problem))
            else:
                told = dict(zip(head, (cell.strip() for cell in cells), strict=True))
                rows.append(Row(line, told))
            if len(rows) > MOST_ROWS:
                raise Refusal("file_too_long", f"The file has more than {MOST_ROWS:,} rows.")
    except csv.Error as error:
        raise Refusal(
            "file_broken",
            f"Line {lines.line_num} cannot be read as CSV: {error}. Nothing was read.",
        ) from None
    return Sheet(tuple(rows), tuple(rejected))


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise Refusal("file_too_large", f"The file has more than {MOST_BYTES // 1_000_000} MB.")
    for start, name in WRONG_FILES:
        if data.startswith(start):
            raise Refusal("file_no_csv", f"This is {name}, not a CSV file. Save the sheet as CSV.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(
            "file_not_utf8", "The file is not in UTF-8. Save it as “CSV UTF-8” and try again."
        ) from None
    if "\0" in text:
        raise Refusal("file_binary", "The file holds bytes that no CSV has. Nothing was read.")
    return text


def _check_head(head: list[str], needed: Sequence[str]) -> None:
    if not any(head):
        raise Refusal("file_empty", "The file is empty: not even a heading row.")
    missing = [f"“{name}”{_near(name, head)}" for name in needed if name not in head]
    if missing:
        raise Refusal("columns_missing", f"These columns are missing: {'; '.join(missing)}.")
    doubled = sorted({name for name in head if name and head.count(name) > 1})
    if doubled:
        raise Refusal("columns_doubled", f"These columns stand twice: {', '.join(doubled)}.")


def _near(name: str, head: Iterable[str]) -> str:
    found = get_close_matches(name, list(head), n=1, cutoff=0.7)
    return f" (is it “{found[0]}”?)" if found else ""


def _problem(cells: list[str], head: list[str]) -> str:
    if len(cells) != len(head):
        return f"it has {len(cells)} cells where the heading has {len(head)}"
    if any(len(cell) > LONGEST_CELL for cell in cells):
        return f"a cell has more than {LONGEST_CELL:,} characters"
    return ""
