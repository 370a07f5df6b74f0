"""A CSV file read with care: what is no table is refused, what is odd in a row is told."""

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO
from typing import TYPE_CHECKING

from rounds.web.kit.refusal import Refusal

if TYPE_CHECKING:
    from _csv import Reader  # the type of csv.reader() has no public name

MOST_BYTES, MOST_ROWS, LONGEST_CELL = 30_000_000, 100_000, 20_000
UNKNOWN_WORDS = frozenset(
    {"", "not available", "not published", "not stated", "unknown", "n/a", "none stated", "null"}
)
EXCEL = "an Excel or ZIP file"
WRONG_FILES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", EXCEL),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{", "JSON"),
    (b"<", "a web page or XML"),
)
DELIMITERS = ",;\t"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


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
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...]


def read_sheet(data: bytes, needed: Sequence[str], known: Sequence[str] = ()) -> Sheet:
    """All rows of a CSV; raises Refusal when the file is no such table at all.

    With ``known`` columns any other column is refused; else others are simply read.
    """
    text = _text(data)
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        head = [name.strip() for name in next(lines, [])]
        _check_head(head, needed, known)
        rows, rejected = _rows(_counted(lines), head)
    except csv.Error as error:
        raise Refusal(
            "file_broken",
            f"Line {lines.line_num} cannot be read as CSV: {error}. Nothing was read.",
        ) from None
    return Sheet(tuple(head), tuple(rows), tuple(rejected))


def refuse_without_rows(sheet: Sheet) -> None:
    """A heading alone is a table, and no list of hospitals."""
    if not sheet.rows and not sheet.rejected:
        raise Refusal("file_without_rows", "The file has a heading and no row below it.")


def _counted(lines: "Reader") -> Iterator[tuple[int, list[str]]]:
    """Each row that holds something with the line it begins on: cells may hold line breaks."""
    start, count = lines.line_num + 1, 0
    for cells in lines:
        line, start = start, lines.line_num + 1
        if any(cell.strip() for cell in cells):
            count += 1
            yield line, cells
        if count > MOST_ROWS:
            raise Refusal("file_too_long", f"The file has more than {MOST_ROWS:,} rows.")


def _rows(
    counted: Iterable[tuple[int, list[str]]], head: list[str]
) -> tuple[list[Row], list[Rejected]]:
    rows, rejected = [], []
    for line, told in counted:
        cells = _without_padding(told, len(head))
        if problem := _problem(cells, head):
            rejected.append(Rejected(line, told[0][:60], problem))
        else:
            trimmed = (cell.strip() for cell in cells)
            rows.append(Row(line, dict(zip(head, trimmed, strict=True))))
    return rows, rejected


def _without_padding(cells: list[str], width: int) -> list[str]:
    """Spreadsheets fill rows up with empty cells; those say nothing."""
    extra = cells[width:]
    return cells[:width] if not any(cell.strip() for cell in extra) else cells


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise Refusal(
            "file_too_large",
            f"The file has {len(data):,} bytes; at most {MOST_BYTES // 1_000_000} MB are read.",
        )
    for start, name in WRONG_FILES:
        if data.startswith(start):
            raise Refusal("file_no_csv", f"This is {name}, not a CSV file. Save the sheet as CSV.")
    try:
        text = data.decode("utf-16" if data.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(
            "file_not_utf8", "The file is not in UTF-8. Save it as “CSV UTF-8” and try again."
        ) from None
    if "\0" in text:
        raise Refusal("file_binary", "The file holds bytes that no CSV has. Nothing was read.")
    return text


def _delimiter(text: str) -> str:
    """Some spreadsheets write semicolons or tabs: the heading tells which."""
    head = text.lstrip().split("\n", 1)[0]
    return max(DELIMITERS, key=head.count)


def _check_head(head: list[str], needed: Sequence[str], known: Sequence[str]) -> None:
    if not any(head):
        raise Refusal("file_empty", "The file is empty: not even a heading row.")
    missing = [f"“{name}”{_near(name, head)}" for name in needed if name not in head]
    if missing:
        raise Refusal("columns_missing", f"These columns are missing: {'; '.join(missing)}.")
    doubled = sorted({name for name in head if name and head.count(name) > 1})
    if doubled:
        raise Refusal("columns_doubled", f"These columns stand twice: {', '.join(doubled)}.")
    strange = [f"“{name}”{_near(name, known)}" for name in head if known and name not in known]
    if strange:
        raise Refusal(
            "columns_unknown",
            f"Nobody knows these columns: {'; '.join(strange)}. Nothing was read.",
        )


def _near(name: str, head: Iterable[str]) -> str:
    found = get_close_matches(name, list(head), n=1, cutoff=0.7)
    return f" (is it “{found[0]}”?)" if found else ""


def _problem(cells: list[str], head: list[str]) -> str:
    if len(cells) != len(head):
        return f"it has {len(cells)} cells where the heading has {len(head)}"
    if any(len(cell) > LONGEST_CELL for cell in cells):
        return f"a cell has more than {LONGEST_CELL:,} characters"
    return ""
