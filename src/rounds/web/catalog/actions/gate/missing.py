"""One thing that the gate asks for, and where to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Missing:
    """``part`` names the page of the thing (``facts``, ``price``), ``field`` the field on it."""

    part: str
    field: str
    sentence: str


def blank(part: str, thing: object, wanted: Iterable[tuple[str, str]]) -> list[Missing]:
    """What was left empty, out of pairs of a field and the sentence that asks for it."""
    return [
        Missing(part, field, sentence)
        for field, sentence in wanted
        if getattr(thing, field) in (None, "")
    ]
