"""Typed look-ups in one table of a TOML file; each notes what is wrong and answers ``None``."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar  # Any: parsed TOML is untyped until it has been checked here

from rounds.core.reading.lines import Path
from rounds.core.reading.report import Report
from rounds.core.reading.words import shown, suggestion
from rounds.core.values import DateSpan
from rounds.core.vocabulary import COUNTRIES, COUNTRY_CLASSES, STATES

Word = TypeVar("Word", bound=StrEnum)
Name = TypeVar("Name", bound=str)
EARLIEST_YEAR, LATEST_YEAR = 1940, 2100
COUNTRY_SLIPS = {"UK": "GB", "EN": "GB", "USA": "US"}
NO_SUCH_DAY = "0001-01-01"  # stands for an impossible day while the rest of a text is read


class Section:
    """One table of a TOML file. Every look-up notes what is wrong and returns ``None``."""

    def __init__(self, data: Mapping[str, Any], path: Path, report: Report) -> None:
        self.data = data
        self.path = path
        self.report = report
        self._read: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self.data

    def problem(self, key: str, sentence: str) -> None:
        """Note a problem at one key of this table (or at the table itself: ``""``)."""
        self.report.add((*self.path, key) if key else self.path, sentence)

    def raw(self, key: str, *, required: bool = False) -> Any:
        """The value as parsed; missing and required is a problem."""
        self._read.add(key)
        if key not in self.data and required:
            self.problem(key, f"'{key}' is missing; add it.")
        return self.data.get(key)

    def text(self, key: str, *, required: bool = False) -> str | None:
        """A non-empty string."""
        value = self.raw(key, required=required)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.problem(key, f"'{key}' must be text in quotes, not {shown(value)}.")
            return None
        return value.strip()

    def integer(self, key: str, *, low: int, high: int, required: bool = False) -> int | None:
        """A whole number between ``low`` and ``high``, both included."""
        value = self.raw(key, required=required)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            self.problem(
                key, f"'{key}' must be a whole number from {low} to {high}, not {shown(value)}."
            )
            return None
        return value

    def flag(self, key: str, *, required: bool = False) -> bool | None:
        """``true`` or ``false``."""
        value = self.raw(key, required=required)
        if value is None or isinstance(value, bool):
            return value
        self.problem(key, f"'{key}' must be true or false, not {shown(value)}.")
        return None

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A calendar day such as ``2027-09-01`` without quotes, between 1940 and 2100."""
        value = self.raw(key, required=required)
        if value is None:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return self._sane(key, value)
        self.problem(
            key, f"'{key}' must be a day like 2027-09-01 without quotes, not {shown(value)}."
        )
        return None

    def _sane(self, key: str, value: date) -> date | None:
        if value.isoformat() == NO_SUCH_DAY:
            return None
        if EARLIEST_YEAR <= value.year <= LATEST_YEAR:
            return value
        self.problem(
            key,
            f"'{key}' is {value}; a year before {EARLIEST_YEAR} or after {LATEST_YEAR} "
            "cannot be meant.",
        )
        return None

    def span(self, first_key: str = "first", last_key: str = "last") -> DateSpan | None:
        """Two days that form a span, both required."""
        first, last = self.day(first_key, required=True), self.day(last_key, required=True)
        if first is None or last is None:
            return None
        if last < first:
            self.problem(last_key, f"'{last_key}' ({last}) is before '{first_key}' ({first}).")
            return None
        return DateSpan(first, last)

    def choice(self, key: str, words: type[Word], *, required: bool = False) -> Word | None:
        """One word of a vocabulary."""
        value = self.raw(key, required=required)
        return None if value is None else self._word(key, value, words)

    def choices(self, key: str, words: type[Word]) -> frozenset[Word] | None:
        """A list of words of a vocabulary; ``None`` when absent, empty when ``[]``."""
        values = self.items(key)
        if values is None:
            return None
        found = [self._word(key, value, words) for value in values]
        return _one_object(frozenset(word for word in found if word is not None))

    def items(self, key: str) -> list[Any] | None:
        """A list, as parsed."""
        value = self.raw(key)
        if value is None or isinstance(value, list):
            return value
        self.problem(key, f"'{key}' must be a list in square brackets, not {shown(value)}.")
        return None

    def names(self, key: str, known: Collection[str]) -> frozenset[str] | None:
        """A list of names out of a closed list, such as specialties or states."""
        values = self.items(key)
        if values is None:
            return None
        return _one_object(
            frozenset(value for value in values if self.known_name(key, value, known) is not None)
        )

    def name(self, key: str, known: Collection[str], *, required: bool = False) -> str | None:
        """One name out of a closed list."""
        value = self.raw(key, required=required)
        return None if value is None else self.known_name(key, value, known)

    def known_name(self, key: str, value: object, known: Collection[str]) -> str | None:
        """Check a value against a closed list; suggests the nearest word."""
        if isinstance(value, str) and value in known:
            return value
        self.problem(key, f"'{key}' does not know {shown(value)}{suggestion(value, known)}")
        return None

    def country(self, key: str = "country", *, required: bool = False) -> str | None:
        """One country, two capital letters."""
        value = self.raw(key, required=required)
        return None if value is None else self._country(key, value)

    def countries(self, key: str = "countries") -> frozenset[str] | None:
        """A list of countries; names of classes such as ``us_or_canada`` are spelled out."""
        values = self.items(key)
        if values is None:
            return None
        found: set[str] = set()
        for value in values:
            if isinstance(value, str) and value in COUNTRY_CLASSES:
                found |= COUNTRY_CLASSES[value]
            elif code := self._country(key, value, classes=tuple(COUNTRY_CLASSES)):
                found.add(code)
        return _one_object(frozenset(found))

    def _country(self, key: str, value: object, classes: tuple[str, ...] = ()) -> str | None:
        if isinstance(value, str):
            if value in COUNTRIES:
                return value
            if value in COUNTRY_SLIPS:
                self.problem(
                    key, f"'{key}' does not know {shown(value)}; write {COUNTRY_SLIPS[value]}."
                )
                return None
            if value in STATES:
                self.problem(
                    key,
                    f"'{key}' does not know {shown(value)}, a part of the US; write US, "
                    "and name the state or territory where a state is asked.",
                )
                return None
        end = suggestion(value, classes) if classes else "."
        self.problem(key, f"'{key}' must hold two capital letters like US, not {shown(value)}{end}")
        return None

    def table(self, key: str, *, required: bool = False) -> "Section | None":
        """A table inside this one."""
        value = self.raw(key, required=required)
        if value is None:
            return None
        if isinstance(value, dict):
            return Section(value, (*self.path, key), self.report)
        self.problem(key, f"'{key}' must be a table, not {shown(value)}.")
        return None

    def tables(self, key: str) -> Iterator["Section"]:
        """The tables of ``[[key]]``."""
        value = self.raw(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.problem(key, f"'{key}' must be a list of tables, written [[{key}]].")
            return
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield Section(item, (*self.path, key, index), self.report)
            else:
                self.problem(key, f"'{key}' must hold tables, not {shown(item)}.")

    def close(self) -> None:
        """Note every key that nobody asked for: a typing error is never silently ignored."""
        for key in self.data:
            if key not in self._read:
                self.problem(key, f"'{key}' is not known here{suggestion(key, self._read)}")

    def _word(self, key: str, value: object, words: type[Word]) -> Word | None:
        name = self.known_name(key, value, _values(words))
        return None if name is None else words(name)


@lru_cache(maxsize=64)
def _values(words: type[StrEnum]) -> frozenset[str]:
    """The words of a vocabulary as they are written: files hold hundreds of thousands of them."""
    return frozenset(word.value for word in words)


@lru_cache(maxsize=4096)
def _one_object(words: frozenset[Name]) -> frozenset[Name]:
    """Equal sets as one object: thousands of programs ask for the same few."""
    return words
