"""What somebody looks for; every empty choice means that anything will do."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Self

FACETS = (
    "specialty", "kind", "role", "mode", "setting", "state", "letter_policy", "letterhead",
    "emr_access", "language",
)  # fmt: skip
NEAR_MILES = 50


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map, in degrees, and how it was named."""

    latitude: float
    longitude: float
    name: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters of a search. Within one filter any value will do; all filters must hold.

    ``most_cents`` bounds the required price lines of a term; ``near`` with ``miles`` bounds the
    distance; ``weeks`` are certified weeks.
    """

    text: str = ""
    specialty: frozenset[str] = frozenset()
    kind: frozenset[str] = frozenset()
    role: frozenset[str] = frozenset()
    mode: frozenset[str] = frozenset()
    setting: frozenset[str] = frozenset()
    state: frozenset[str] = frozenset()
    letter_policy: frozenset[str] = frozenset()
    letterhead: frozenset[str] = frozenset()
    emr_access: frozenset[str] = frozenset()
    language: frozenset[str] = frozenset()
    weeks: frozenset[int] = frozenset()
    earliest: date | None = None
    latest: date | None = None
    most_cents: int | None = None
    near: Point | None = None
    miles: int = NEAR_MILES
    only_free: bool = False

    @property
    def used(self) -> tuple[str, ...]:
        """The names of the filters in use."""
        empty = Wanted()
        names = [field.name for field in fields(self) if field.name != "miles"]
        return tuple(name for name in names if getattr(self, name) != getattr(empty, name))

    def without(self, name: str) -> Self:
        """The same search with one filter dropped."""
        return replace(self, **{name: getattr(Wanted(), name)})
