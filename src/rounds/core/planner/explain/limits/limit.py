"""What one limit costs in doors, and the least change of it that opens one more."""

from dataclasses import dataclass
from enum import StrEnum

from rounds.core.planner.explain.words import counted


class LimitName(StrEnum):
    """The limits a plan lives under; codes never change."""

    BUDGET = "budget"
    DATES = "dates"
    PERMISSION_UNKNOWN = "permission_unknown"
    NOT_ALLOWED = "not_allowed"
    SEATS = "seats"
    UNTOLD = "untold"


LIMIT_WORDS = {
    LimitName.BUDGET: "without the budget",
    LimitName.DATES: "with any dates",
    LimitName.PERMISSION_UNKNOWN: "if every unclear permission were given",
    LimitName.NOT_ALLOWED: "if the law allowed every rotation",
    LimitName.SEATS: "if every rotation had a free seat",
    LimitName.UNTOLD: "if you told us everything, at best",
}


@dataclass(frozen=True, slots=True)
class LeastChange:
    """A change of one limit alone, and the weighted doors it adds to the plan's.

    ``amount`` is cents (budget), days (dates), or 0. ``is_proven``: nothing smaller opens a door.
    """

    code: str
    sentence: str
    doors: int
    amount: int = 0
    is_proven: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit. ``gained``: weighted doors beyond the plan's without it; at least, unless proven.

    ``opened`` are program ids open then and not with the plan. ``terms`` is how many terms this
    limit alone keeps out, 0 for the budget. ``applies`` is False where there is no such limit.
    """

    name: LimitName
    gained: int
    opened: tuple[str, ...]
    is_proven: bool
    least: tuple[LeastChange, ...] = ()
    terms: int = 0
    applies: bool = True
    note: str = ""

    @property
    def sentence(self) -> str:
        if not self.applies:
            return self.note
        where = LIMIT_WORDS[self.name]
        if self.name is LimitName.UNTOLD:
            return f"{counted(self.gained, 'more door')} could open {where}."
        if not self.gained:
            none = "would open" if self.is_proven else "was found"
            return f"No further door {none} {where}."
        doors = counted(self.gained, "more door")
        if self.is_proven:
            return f"{doors} would open {where}."
        return f"At least {doors} would open {where}."


def not_a_limit(name: LimitName, note: str) -> Limit:
    """A limit that keeps nothing out."""
    return Limit(name, 0, (), is_proven=True, applies=False, note=note)
