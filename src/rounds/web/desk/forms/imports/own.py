"""The agency's own tables: taken out, changed in a spreadsheet, brought back.

Every row goes through the forms and verbs that the desk's pages use, so a table can do nothing that
a page could not. An unchanged row changes nothing; a missing column or row takes nothing away.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any  # rows, forms and values are of every kind

from django import forms
from django.db import models, transaction
from django.http import QueryDict
from django.utils import timezone

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.imports.report import Change, Line, Outcome, Report, refused
from rounds.web.catalog.importers.sheet import Row, read_sheet, refuse_without_rows
from rounds.web.desk.forms.imports.cells import NO, YES, cell_of, data_of, guarded, unguarded
from rounds.web.desk.forms.kept import KeptForm
from rounds.web.kit.refusal import Refusal

MOST_OWN_ROWS = 5_000
VERSION = "version"
Cells = Mapping[str, str]
Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hand:
    """Who brings the table, and when."""

    by: User
    at: datetime


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """One table. ``keys`` name its rows; ``forms`` hold the other columns.

    ``find`` gives the row that the keys name, or ``None`` for a new one; ``begin`` makes a new one
    in memory; ``create`` and ``edit`` are the verbs, called with the merged values of the forms.
    With ``tells_version`` a row that somebody changed since the table was taken out is refused.
    """

    key: str
    title: str
    many: str
    keys: tuple[str, ...]
    forms: tuple[type[KeptForm], ...]
    rows: Callable[[], Iterable[Any]]
    key_cells: Callable[[Any], Cells]
    version_of: Callable[[Any], int]
    find: Callable[[Cells], Any]
    begin: Callable[[Cells], Any]
    create: Callable[[Any, dict[str, Any], Hand], object]
    edit: Callable[[Any, dict[str, Any], int, Hand], object]
    tells_version: bool = True

    # ── out ──────────────────────────────────────────────────────────────────────────────────

    def table(self) -> Iterator[list[str]]:
        """Heading and rows, as they are written to a file."""
        columns = self.columns()
        yield list(columns)
        for one in self.rows():
            cells = self.cells(one)
            yield [guarded(cells[name]) for name in columns]

    def columns(self) -> tuple[str, ...]:
        empty = self.begin({})
        fields = (name for form in self._forms(empty) for name in _fields(form))
        version = (VERSION,) if self.tells_version else ()
        return (*self.keys, *version, *(name for name in fields if name not in self.keys))

    def cells(self, one: Any) -> dict[str, str]:
        """A row as the table says it now."""
        found = {
            name: cell_of(field, form.get_initial_for_field(field, name))
            for form in self._forms(one)
            for name, field in _fields(form).items()
        }
        return {**found, **self.key_cells(one), VERSION: str(self.version_of(one))}

    def _forms(self, one: Any, data: QueryDict | None = None) -> list[KeptForm]:
        return [form(data, instance=one) for form in self.forms]

    # ── in ───────────────────────────────────────────────────────────────────────────────────

    def look(self, data: bytes, *, by: User, at: datetime) -> Report:
        """What bringing the table would do, found by doing it and taking everything back."""
        with transaction.atomic():
            report = self._take(data, Hand(by, at))
            transaction.set_rollback(True)
        return report

    @transaction.atomic
    def apply(self, data: bytes, *, by: User, at: datetime) -> Report:
        """Do all of it; refuses, with nothing done, when one row is refused."""
        report = self._take(data, Hand(by, at))
        if report.is_blocked:
            raise Refusal("rows_refused", "Rows of the table are refused, so nothing was changed.")
        return report

    def _take(self, data: bytes, hand: Hand) -> Report:
        sheet = read_sheet(data, self.keys, self.columns())
        refuse_without_rows(sheet)
        if len(sheet.rows) > MOST_OWN_ROWS:
            raise Refusal(
                "table_too_long", f"Bring at most {MOST_OWN_ROWS:,} rows of your own at a time."
            )
        lines, same = refused(sheet.rejected), 0
        seen: dict[Name, int] = {}
        kept = self._kept()
        for row in sheet.rows:
            line = self._twin(row, seen)
            if line is None and not self._is_unchanged(row, kept):
                line = self._row(row, hand)
            lines += [line] if line else []
            same += line is None
        rows = len(sheet.rows) + len(sheet.rejected)
        ordered = tuple(sorted(lines, key=lambda one: one.line))
        return Report(rows, same, ordered, must_be_whole=True)

    def _kept(self) -> dict[Name, dict[str, str]]:
        """Every row as the table says it now, read at once, by the name its keys give it."""
        tables = (self.cells(one) for one in self.rows())
        plain = ({name: _plain(cell) for name, cell in cells.items()} for cells in tables)
        return {self._name(cells): cells for cells in plain}

    def _name(self, cells: Cells) -> Name:
        return tuple(cells[key].casefold() for key in self.keys)

    def _is_unchanged(self, row: Row, kept: Mapping[Name, Cells]) -> bool:
        now = kept.get(self._name(row.cells))
        return now is not None and all(
            _plain(unguarded(cell)) == now[name]
            for name, cell in row.cells.items()
            if name not in (*self.keys, VERSION)
        )

    def _twin(self, row: Row, seen: dict[Name, int]) -> Line | None:
        name = self._name(row.cells)
        first = seen.setdefault(name, row.line)
        if first == row.line or not all(name):
            return None
        return _refused(row, f"Line {first} is about the same. Keep one of the two.")

    def _row(self, row: Row, hand: Hand) -> Line | None:
        """One row inside a savepoint; ``None`` when it changes nothing."""
        cells = {name: _plain(unguarded(cell)) for name, cell in row.cells.items()}
        try:
            with transaction.atomic():
                return self._write(row, cells, hand)
        except Refusal as refusal:
            told = refusal.params.get("sentences")
            sentences = told if isinstance(told, list) else [refusal.sentence]
            return _refused(row, " ".join(str(one) for one in sentences))

    def _write(self, row: Row, cells: dict[str, str], hand: Hand) -> Line | None:
        found = self.find(cells)
        now = {} if found is None else {k: _plain(v) for k, v in self.cells(found).items()}
        changes = tuple(
            Change(name, now.get(name, ""), cell)
            for name, cell in cells.items()
            if name not in (*self.keys, VERSION) and cell != now.get(name, "")
        )
        if found is not None and not changes:
            return None
        told = {**now, **cells}
        if found is None:
            one = self.begin(cells)
            self.create(one, self._values(one, told), hand)
            return Line(Outcome.NEW, _what(row), line=row.line, changes=changes)
        version = self.version_of(found)
        if cells.get(VERSION, "") not in ("", str(version)):
            raise Refusal(
                "changed_meanwhile",
                "Somebody changed this after the table was taken out. Take it out again.",
            )
        self.edit(found, self._values(found, told), version, hand)
        return Line(Outcome.CHANGED, _what(row), line=row.line, changes=changes)

    def _values(self, one: Any, cells: Cells) -> dict[str, Any]:
        """The cleaned values of all forms; refuses with every column that is wrong."""
        values: dict[str, Any] = {}
        problems: list[str] = []
        for form in self._forms(one, self._data(one, cells, problems)):
            if form.is_valid():
                values.update(form.values)
            problems += [
                f"{name}: {text}" if name in form.fields else str(text)
                for name, texts in form.errors.items()
                for text in texts
            ]
        if problems:
            raise Refusal("row_wrong", " ".join(problems), sentences=problems)
        return values

    def _data(self, one: Any, cells: Cells, problems: list[str]) -> QueryDict:
        data = QueryDict(mutable=True)
        for form in self._forms(one):
            for name, field in _fields(form).items():
                cell = cells.get(name, "")
                if isinstance(field, forms.BooleanField) and cell.casefold() not in ("", YES, NO):
                    problems.append(f"{name}: write {YES} or {NO}.")
                data.setlist(name, data_of(field, cell))
        return data


def _fields(form: KeptForm) -> dict[str, forms.Field]:
    return {name: field for name, field in form.fields.items() if name != VERSION}


def _plain(cell: str) -> str:
    """Line breaks of every system are the same, and so are spaces around."""
    return "\n".join(cell.splitlines()).strip()


def _what(row: Row) -> str:
    told = [cell for cell in list(row.cells.values())[:4] if cell]
    return " · ".join(told)[:200]


def _refused(row: Row, reason: str) -> Line:
    return Line(Outcome.REFUSED, _what(row), line=row.line, reason=reason)


def named(model: type[models.Model], slug: str, one: str) -> Any:
    """The thing of that name in addresses; refuses in words."""
    found = model._default_manager.filter(slug=slug).first() if slug else None
    if found is None:
        sentence = f"No {one} is called “{slug}”." if slug else f"The row names no {one}."
        raise Refusal("unknown_name", sentence)
    return found


def today_of(hand: Hand) -> Any:
    return timezone.localdate(hand.at)
