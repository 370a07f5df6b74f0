"""Offers as a sheet: CSV with one row a term."""

import csv
import re
from collections.abc import Iterator
from typing import Any  # Any: checked cells gathered for one dataclass

from rounds.core.errors import BadInput
from rounds.core.planner.offer_file.drafts import (
    MAX_SEATS,
    MAX_TURNAROUND_DAYS,
    MAX_WEEKS,
    Draft,
    note_disagreements,
    term_problems,
)
from rounds.core.planner.offer_file.row import Cells, Row
from rounds.core.planner.offers import Site, Term
from rounds.core.reading import suggestion
from rounds.core.values import DateSpan
from rounds.core.vocabulary import SPECIALTIES, STATES, Kind, LetterPolicy, Mode, Role

REQUIRED_COLUMNS = (
    "code",
    "rotation",
    "site_id",
    "site",
    "city",
    "state",
    "author",
    "kind",
    "role",
    "mode",
    "hours",
    "specialty",
    "first",
    "last",
    "weeks",
    "seats",
    "price",
)
OPTIONAL_COLUMNS = (
    "medical_school_hospital",
    "housing_per_week",
    "travel",
    "letter_policy",
    "turnaround_days",
    "letterhead",
    "affiliation",
    "faculty",
    "part_of_degree",
    "paid",
    "entry",
)
COLUMNS = REQUIRED_COLUMNS + OPTIONAL_COLUMNS
Told = dict[str, Any]
LINES = re.compile(r"[^\n]*\n|[^\n]+")


def read_sheet(text: str, file: str) -> tuple[Term, ...]:
    """Terms of a CSV text with ``\\n`` line ends; raises BadInput with every problem."""
    shared = Cells(file)
    drafts = list(_drafts(text, shared))
    note_disagreements(drafts)
    if not drafts and not shared.problems:
        shared.note(0, "", "the file holds no term.")
    if shared.problems:
        raise BadInput(tuple(shared.problems))
    return tuple(draft.term for draft in drafts)


def _drafts(text: str, shared: Cells) -> Iterator[Draft]:
    rows = _rows(text, shared)
    line, header = next(rows, (1, []))
    columns = [name.strip().lower() for name in header]
    if not _header_is_good(columns, line, shared):
        return
    sites: dict[Site, Site] = {}
    for line, cells in rows:
        if len(cells) != len(columns):
            shared.note(
                line, "", f"the row has {len(cells)} cells, the heading {len(columns)} columns."
            )
            continue
        row = Row(dict(zip(columns, map(_on_one_line, cells), strict=True)), line, shared)
        term = _term(row, sites)
        if term is not None:
            yield Draft(term, f"line {line}", row.problem)


def _on_one_line(cell: str) -> str:
    return cell.replace("\n", " ").strip()


def _rows(text: str, shared: Cells) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with the line on which it begins."""
    reader = csv.reader(LINES.findall(text), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            shared.note(line, "", _csv_sentence(str(error)))
            continue
        if any(cell.strip() for cell in cells):
            yield line, cells


def _csv_sentence(message: str) -> str:
    if "field limit" in message:
        return "a cell is far too long to be read; shorten it."
    return (
        "the quotes of this row do not match; put quotes around a whole cell and double inner ones."
    )


def _header_is_good(columns: list[str], line: int, shared: Cells) -> bool:
    before = len(shared.problems)
    if columns and ";" in columns[0] and len(columns) == 1:
        shared.note(line, "", "the columns are separated by semicolons; use commas.")
        return False
    for name in REQUIRED_COLUMNS:
        if name not in columns:
            shared.note(line, name, f"the column '{name}' is missing.")
    for index, name in enumerate(columns):
        if name not in COLUMNS:
            end = suggestion(name, set(COLUMNS))
            shared.note(line, name, f"no column is called '{name}'{end}")
        elif name in columns[:index]:
            shared.note(line, name, f"the column '{name}' is there twice.")
    return len(shared.problems) == before


def _term(row: Row, sites: dict[Site, Site]) -> Term | None:
    site = _site(row)
    told = {**_work(row), **_terms_of_business(row)}
    span = _span(row)
    if row.is_good and span:
        for column, sentence in term_problems(told["kind"], told["role"], span, told["weeks"]):
            row.problem(column, sentence)
    if not row.is_good or span is None:
        return None
    return Term(site=sites.setdefault(site, site), span=span, **told)


def _work(row: Row) -> Told:
    return {
        "code": row.cell("code", required=True),
        "rotation": row.cell("rotation", required=True),
        "author": row.cell("author", required=True),
        "kind": row.word("kind", Kind),
        "role": row.word("role", Role),
        "mode": row.word("mode", Mode),
        "hours": row.hours("hours"),
        "specialty": row.name("specialty", SPECIALTIES),
        "weeks": row.whole("weeks", low=1, high=MAX_WEEKS),
        "seats": row.whole("seats", low=0, high=MAX_SEATS),
    }


def _terms_of_business(row: Row) -> Told:
    policy = row.word("letter_policy", LetterPolicy, required=False)
    return {
        "price": row.price("price"),
        "letter_policy": policy or LetterPolicy.UNKNOWN,
        "turnaround_days": row.whole(
            "turnaround_days", low=0, high=MAX_TURNAROUND_DAYS, required=False
        ),
        "on_letterhead": row.yes_no("letterhead"),
        "affiliation": row.cell("affiliation"),
        "entry": row.entry("entry"),
        "supervised_by_faculty": row.yes_no("faculty"),
        "is_part_of_degree": row.yes_no("part_of_degree"),
        "is_paid": row.yes_no("paid") or False,
    }


def _site(row: Row) -> Site:
    return Site(
        id=row.cell("site_id", required=True),
        name=row.cell("site", required=True),
        city=row.cell("city", required=True),
        state=row.name("state", STATES),
        is_medical_school_hospital=row.yes_no("medical_school_hospital"),
        housing_cents_a_week=row.amount("housing_per_week"),
        travel_cents=row.amount("travel"),
    )


def _span(row: Row) -> DateSpan | None:
    first, last = row.day("first"), row.day("last")
    if first is None or last is None:
        return None
    if last < first:
        row.problem("last", f"'last' ({last}) is before 'first' ({first}).")
        return None
    return DateSpan(first, last)
