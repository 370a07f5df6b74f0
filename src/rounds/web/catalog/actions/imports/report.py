"""What a file would do to the catalog, or did: line by line, with values before and after."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256

from django.core.serializers.json import DjangoJSONEncoder

from rounds.web.catalog.importers.sheet import Rejected


class Outcome(StrEnum):
    """What became of a row; rows that change nothing are only counted."""

    REFUSED = "refused"
    CONFLICT = "conflict"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after, as JSON has it."""

    name: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Line:
    """One thing and what becomes of it. ``line`` is where its row begins, 0 without a row."""

    outcome: Outcome
    what: str
    line: int = 0
    file: str = ""
    column: str = ""
    reason: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """``rows`` are those of the file; ``same`` of them change nothing.

    A file that must be whole is not applied while one of its rows is refused.
    """

    rows: int
    same: int
    lines: tuple[Line, ...]
    must_be_whole: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """How many of each outcome, none left out."""
        found = Counter(line.outcome for line in self.lines)
        return {outcome.value: found[outcome] for outcome in Outcome}

    @property
    def is_blocked(self) -> bool:
        return self.must_be_whole and self.counts[Outcome.REFUSED] > 0

    def digest(self) -> str:
        """The same for two looks that would do the same, else another one."""
        told = [self.rows, self.same, [asdict(line) for line in self.lines]]
        text = json.dumps(told, cls=DjangoJSONEncoder, sort_keys=True)
        return sha256(text.encode()).hexdigest()


def refused(rejected: Iterable[Rejected]) -> list[Line]:
    return [
        Line(Outcome.REFUSED, one.what, line=one.line, reason=_sentence(one.reason))
        for one in rejected
    ]


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."


def changes_of(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    """Of each name told after, what differs from before."""
    return tuple(
        Change(name, before.get(name), value)
        for name, value in after.items()
        if before.get(name) != value
    )


def for_history(changes: Iterable[Change]) -> dict[str, dict[str, object]]:
    """The changes as the audit trail tells them."""
    return {one.name: {"before": one.before, "after": one.after} for one in changes}
