"""Which rules and which catalog an answer rests on, by the marks every change leaves."""

from dataclasses import dataclass

from rounds.web.catalog.models import ShelfMark
from rounds.web.programs.models import RuleMark


@dataclass(frozen=True, slots=True)
class Marks:
    """Numbers drawn anew with every change; 0 where nothing was ever published."""

    rules: int
    shelf: int


def marks_now() -> Marks:
    """Two queries."""
    rules = RuleMark.objects.values_list("number", flat=True).first()
    shelf = ShelfMark.objects.values_list("number", flat=True).first()
    return Marks(rules or 0, shelf or 0)
