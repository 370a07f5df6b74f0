"""What was typed after the command: read strictly, with every problem collected."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from rounds.core.errors import BadInput, Problem
from rounds.core.reading import EARLIEST_YEAR, LATEST_YEAR, shown, suggestion
from rounds.core.values import Cents, DateSpan
from rounds.core.vocabulary import STATES

COMMAND_LINE = "command line"
MAX_CENTS = 100_000_000_00
MONEY = re.compile(r"\$?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?", re.ASCII)
DAY_FORMATS = ("%Y-%m-%d", "%b %d, %Y", "%B %d, %Y")
Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")


@dataclass(slots=True)
class Options:
    """Collects what is wrong with the options and with the files they name."""

    problems: list[Problem] = field(default_factory=list)

    def wrong(self, option: str, sentence: str) -> None:
        """Note a problem of one option."""
        self.problems.append(Problem(COMMAND_LINE, 0, option, sentence))

    def unknown(self, option: str, text: str, known: Iterable[str]) -> None:
        """Note a word that is not among the known ones, with the nearest of them."""
        self.wrong(option, f"does not know {shown(text)}{suggestion(text, frozenset(known))}")

    def adopt(self, error: BadInput) -> None:
        """Take over the problems of a file."""
        self.problems.extend(error.problems)

    def raise_if_any(self) -> None:
        if self.problems:
            raise BadInput(tuple(self.problems))

    def settled(self, value: Value | None) -> Value:
        """A value that can only be missing when a problem was noted; raises BadInput then."""
        self.raise_if_any()
        if value is None:
            raise AssertionError("a missing value was not noted as a problem")
        return value

    def needed(self, option: str, value: object, what: str) -> None:
        """Note an option that is missing: ``what`` names what belongs there."""
        if value in (None, [], ()):
            self.wrong(option, f"is missing; add {option} {what}.")

    def money(self, option: str, text: str | None) -> Cents | None:
        """Dollars such as ``4,500``, ``$4,500`` or ``4500.50`` in cents."""
        if text is None:
            return None
        found = MONEY.fullmatch(text.strip())
        cents = None if found is None else _cents(found)
        if cents is None or cents > MAX_CENTS:
            self.wrong(
                option,
                f"{shown(text)} is not an amount in dollars; write it like 4,500 or 4500.50.",
            )
            return None
        return cents

    def day(self, option: str, text: str | None) -> date | None:
        """A day such as ``2027-01-04`` or ``Jan 4, 2027``."""
        if text is None:
            return None
        found = _day(text.strip())
        if found is None:
            sentence = f"{shown(text)} is not a day of the calendar; write it like 2027-01-04."
            self.wrong(option, sentence)
        elif not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
            self.wrong(option, f"{found}: give a year from {EARLIEST_YEAR} to {LATEST_YEAR}.")
            return None
        return found

    def span(self, first: date | None, last: date | None) -> DateSpan | None:
        """The days from ``--from`` to ``--until``; ``None`` when either is missing or wrong."""
        if first is None or last is None:
            return None
        if last < first:
            self.wrong("--until", f"{last} is before --from {first}; swap them.")
            return None
        return DateSpan(first, last)

    def whole(self, option: str, text: str | None, *, low: int, high: int) -> int | None:
        """A whole number from ``low`` to ``high``, both included."""
        if text is None:
            return None
        clean = text.strip()
        if clean.isascii() and clean.isdigit() and len(clean) < 10 and low <= int(clean) <= high:
            return int(clean)
        self.wrong(option, f"{shown(text)} is not a whole number from {low} to {high}.")
        return None

    def word(self, option: str, text: str | None, words: type[Word]) -> Word | None:
        """One word of a vocabulary; hyphens and spaces are as good as underscores."""
        if text is None:
            return None
        name = re.sub(r"[\s-]+", "_", text.strip().lower())
        known = tuple(word.value for word in words)
        if name in known:
            return words(name)
        self.unknown(option, text, known)
        return None

    def names(self, option: str, texts: Iterable[str], known: Iterable[str]) -> frozenset[str]:
        """Names out of a closed list; each may also be a list with commas."""
        parts = [part.strip() for text in texts for part in text.split(",") if part.strip()]
        by_lower = {name.lower(): name for name in known}
        for part in parts:
            if part.lower() not in by_lower:
                self.unknown(option, part, by_lower.values())
        return frozenset(by_lower[part.lower()] for part in parts if part.lower() in by_lower)

    def states(self, texts: Iterable[str]) -> frozenset[str]:
        """Codes of states, as ``names`` reads them."""
        parts = [part.strip() for text in texts for part in text.split(",") if part.strip()]
        for part in parts:
            if part.upper() not in STATES:
                sentence = f"does not know {shown(part)}; write the two letters, such as CA."
                self.wrong("--state", sentence)
        return frozenset(part.upper() for part in parts if part.upper() in STATES)

    def star(self, texts: Iterable[str]) -> tuple[tuple[str, int], ...]:
        """Weights of programs, ``ID`` (counts double) or ``ID=WEIGHT``, 0 to 1,000."""
        weights: dict[str, int] = {}
        for text in texts:
            identity, equals, number = text.partition("=")
            weight = self.whole("--star", number, low=0, high=1000) if equals else 2
            if weight is not None:
                weights[identity.strip()] = weight
        return tuple(sorted(weights.items()))

    def answer(self, option: str, text: str | None) -> bool | None:
        """``yes``, ``no`` or ``unknown``."""
        answers = {"yes": True, "no": False, "unknown": None}
        if text is None or text.lower() in answers:
            return None if text is None else answers[text.lower()]
        self.wrong(option, f"must be yes, no or unknown, not {shown(text)}.")
        return None

    def text_of(self, option: str, path: Path) -> str | None:
        """The text of a file, without a byte order mark."""
        try:
            return path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            self.wrong(option, f"there is no file {path}.")
        except IsADirectoryError:
            self.wrong(option, f"{path} is a folder; name a file.")
        except UnicodeDecodeError:
            self.wrong(option, f"{path} is not UTF-8 text; save it as UTF-8.")
        except OSError as error:
            self.wrong(option, f"{path} cannot be read: {error.strerror or error}.")
        return None


def _day(text: str) -> date | None:
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 -- a day only
        except ValueError:
            continue
    return None


def _cents(found: re.Match[str]) -> Cents:
    return int(found[1].replace(",", "")) * 100 + int(found[2] or 0)


def cannot_write(option: str, path: Path, error: OSError) -> BadInput:
    """The refusal when a file an option names cannot be written."""
    sentence = f"{path} cannot be written: {error.strerror or error}."
    return BadInput((Problem(COMMAND_LINE, 0, option, sentence),))
