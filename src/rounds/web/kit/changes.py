"""What a change changed: before and after, value by value."""

from collections.abc import Mapping


def changes(
    before: Mapping[str, object], after: Mapping[str, object]
) -> dict[str, dict[str, object]]:
    """Of each name whose value differs, both values; a name that is absent counts as ``None``."""
    names = [*before, *(name for name in after if name not in before)]
    return {
        name: {"before": before.get(name), "after": after.get(name)}
        for name in names
        if before.get(name) != after.get(name)
    }
