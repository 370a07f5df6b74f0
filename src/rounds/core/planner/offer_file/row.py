"""One row of a sheet of offers: typed cells; every look-up notes what is wrong."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from rounds.core.eligibility.program_file import read_rule
from rounds.core.eligibility.rules import Rule
from rounds.core.errors import BadInput, Problem
from rounds.core.facts import WEEKLY_HOURS
from rounds.core.planner.offer_file.amounts import NotAnAmount, read_amount, read_price
from rounds.core.planner.offers import PriceLine
from rounds.core.reading import read_toml, shown, suggestion
from rounds.core.values import Cents
from rounds.core.vocabulary import Setting

Word = TypeVar("Word", bound=StrEnum)
Read = TypeVar("Read")

MAX_CELL_LENGTH = 300
MAX_RULE_LENGTH = 4_000
HOURS_IN_A_WEEK = 168
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
WHOLE = re.compile(r"\d{1,6}", re.ASCII)
HOURS_LINE = re.compile(r"(?P<setting>\w+)\s*=\s*(?P<hours>\d{1,3})", re.ASCII)
FORMULA = re.compile(r"[=@\t]|[+-](?!\d)", re.ASCII)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
YES_NO = {"yes": True, "no": False, "": None, "unknown": None}


class NotReadable(ValueError):
    """A cell that cannot be read; the message says what to write."""


class Cells:
    """What is shared by the rows of one sheet: the problems found, and cells already read.

    Sheets repeat themselves, so each distinct text of a column is read once.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.rules: dict[Rule, Rule] = {}
        self._read: dict[tuple[str, str], object] = {}
        self._clean: set[str] = set()

    def note(self, line: int, column: str, sentence: str) -> None:
        self.problems.append(Problem(self.file, line, column, sentence))

    def is_clean(self, cell: str) -> bool:
        """True when a short cell holds neither a formula nor control characters."""
        if cell in self._clean:
            return True
        if len(cell) > MAX_CELL_LENGTH or FORMULA.match(cell) or CONTROL.search(cell):
            return False
        self._clean.add(cell)
        return True

    def once(self, column: str, cell: str, read: Callable[[str], Read]) -> Read:
        """``read(cell)``, from memory when this column had the same text before."""
        key = (column, cell)
        if key not in self._read:
            self._read[key] = read(cell)
        return self._read[key]  # type: ignore[return-value] # stored under the same column

    def rule(self, text: str) -> Rule:
        """A tree in one cell, written as a TOML inline table."""
        try:
            root = read_toml(f"entry = {text}", self.file)
            table = root.table("entry")
            found = read_rule(table, self.rules) if table else None
            root.close()
            root.report.raise_if_any()
        except BadInput as error:
            raise NotReadable(" ".join(one.sentence for one in error.problems)) from error
        if found is None:
            raise NotReadable("the tree cannot be read.")
        return found


class Row:
    """The cells of one row by column; missing columns are blank."""

    def __init__(self, cells: dict[str, str], line: int, shared: Cells) -> None:
        self.line = line
        self.shared = shared
        self.is_good = True
        self._cells = cells

    def problem(self, column: str, sentence: str) -> None:
        """Note what is wrong; the row will give no term."""
        self.is_good = False
        self.shared.note(self.line, column, sentence)

    def cell(self, column: str, *, required: bool = False) -> str:
        """The text of a cell on one line, blank when refused."""
        cell = self._cells.get(column, "")
        if not cell:
            if required:
                self.problem(column, f"'{column}' is blank; fill it in.")
            return ""
        if self.shared.is_clean(cell):
            return cell
        self._refuse(column, cell)
        return ""

    def _refuse(self, column: str, cell: str) -> None:
        if len(cell) > MAX_CELL_LENGTH:
            reason = f"has {len(cell):,} characters; at most {MAX_CELL_LENGTH} are read."
        elif FORMULA.match(cell):
            reason = f"looks like a formula ({shown(cell)}); write the value itself."
        else:
            reason = "holds characters that cannot be shown; type it again."
        self.problem(column, f"'{column}' {reason}")

    def word(self, column: str, words: type[Word], *, required: bool = True) -> Word | None:
        """One word of a vocabulary."""
        cell = self.cell(column, required=required)
        return self._once(column, cell, lambda text: _word(column, text, words))

    def name(self, column: str, known: tuple[str, ...] | frozenset[str]) -> str:
        """One name out of a closed list, required."""
        cell = self.cell(column, required=True)
        return self._once(column, cell, lambda text: _name(column, text, known)) or ""

    def day(self, column: str) -> date | None:
        """A day such as ``2027-01-04``, required."""
        cell = self.cell(column, required=True)
        return self._once(column, cell, lambda text: _day(column, text))

    def whole(self, column: str, *, low: int, high: int, required: bool = True) -> int | None:
        """A whole number between ``low`` and ``high``, both included."""
        cell = self.cell(column, required=required)
        return self._once(column, cell, lambda text: _whole(column, text, low, high))

    def yes_no(self, column: str) -> bool | None:
        """``yes``, ``no``, or blank for unknown."""
        cell = self.cell(column).lower()
        if cell in YES_NO:
            return YES_NO[cell]
        self.problem(column, f"'{column}' must be yes, no or blank, not {shown(cell)}.")
        return None

    def amount(self, column: str) -> Cents | None:
        """An amount in cents; blank or ``unknown`` is ``None``."""
        return self._once(column, self.cell(column), read_amount)

    def price(self, column: str) -> tuple[PriceLine, ...]:
        """Price lines; blank is one line of unknown amount."""
        try:
            return self.shared.once(column, self.cell(column), read_price)
        except NotAnAmount as error:
            self.problem(column, str(error))
            return ()

    def hours(self, column: str) -> WEEKLY_HOURS:
        """Hours a week by setting, such as ``inpatient=30; office=10``, required."""
        cell = self.cell(column, required=True)
        return self._once(column, cell, _hours) or ()

    def entry(self, column: str) -> Rule | None:
        """The tree of conditions to be let in; blank is none."""
        cell = self._cells.get(column, "")
        if len(cell) > MAX_RULE_LENGTH:
            self.problem(
                column, f"'{column}' has {len(cell):,} characters; at most 4,000 are read."
            )
            return None
        return self._once(column, cell, self.shared.rule)

    def _once(self, column: str, cell: str, read: Callable[[str], Read]) -> Read | None:
        if not cell:
            return None
        try:
            return self.shared.once(column, cell, read)
        except (NotAnAmount, NotReadable) as error:
            self.problem(column, str(error))
            return None


def _word(column: str, text: str, words: type[Word]) -> Word:
    return words(_name(column, text, tuple(word.value for word in words)))


def _name(column: str, text: str, known: tuple[str, ...] | frozenset[str]) -> str:
    if text in known:
        return text
    raise NotReadable(f"'{column}' does not know {shown(text)}{suggestion(text, known)}")


def _day(column: str, text: str) -> date:
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        raise NotReadable(f"'{column}': there is no day {text} in the calendar.") from None
    raise NotReadable(f"'{column}' must be a day like 2027-01-04, not {shown(text)}.")


def _whole(column: str, text: str, low: int, high: int) -> int:
    if WHOLE.fullmatch(text) and low <= int(text) <= high:
        return int(text)
    raise NotReadable(f"'{column}' must be a whole number from {low} to {high}, not {shown(text)}.")


def _hours(text: str) -> WEEKLY_HOURS:
    found: dict[Setting, int] = {}
    for part in filter(None, (one.strip() for one in text.split(";"))):
        line = HOURS_LINE.fullmatch(part)
        if line is None:
            raise NotReadable(
                f"{shown(part)} is no setting with hours; write such as inpatient=30; office=10."
            )
        setting = _word("hours", line["setting"], Setting)
        if setting in found:
            raise NotReadable(f"'hours' names {setting.value} twice.")
        found[setting] = int(line["hours"])
    total = sum(found.values())
    if not 0 < total <= HOURS_IN_A_WEEK:
        raise NotReadable(f"'hours' add up to {total} a week; a week has {HOURS_IN_A_WEEK}.")
    return tuple((setting, found[setting]) for setting in Setting if setting in found)
