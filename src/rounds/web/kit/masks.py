"""Hides values whose names say that they are secret, before they are kept or shown."""

import re
from collections.abc import Mapping

MASK = "•••"
SECRET_NAMES = re.compile(
    r"pass(word|phrase)|secret|token|api_?key|private_?key|sign_in_code|one_time_code|\botp\b"
    r"|recovery_code|cookie|authorization|session_?(id|key)|\bssn\b|card_number|\bcvv\b",
    re.IGNORECASE,
)


def masked(payload: Mapping[str, object]) -> dict[str, object]:
    """The same with secrets hidden, however deep they stand."""
    return {name: _masked(name, value) for name, value in payload.items()}


def _masked(name: str, value: object) -> object:
    if SECRET_NAMES.search(name):
        return MASK
    if isinstance(value, Mapping):
        return masked(value)
    if isinstance(value, list | tuple):
        return [masked(one) if isinstance(one, Mapping) else one for one in value]
    return value
