"""Wrong values and near words, as sentences show them."""

from collections.abc import Collection
from difflib import get_close_matches

LONGEST_SHOWN = 60
FEW = 14


def shown(value: object) -> str:
    """A value in a sentence, cut to a readable length."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 3] + "…"


def suggestion(value: object, known: Collection[str]) -> str:
    """The end of a sentence: ``; did you mean …?``, or the list when it is short, or a stop."""
    near = get_close_matches(str(value), sorted(known), n=1)
    if near:
        return f'; did you mean "{near[0]}"?'
    return f" (known: {', '.join(sorted(known))})." if 0 < len(known) <= FEW else "."
