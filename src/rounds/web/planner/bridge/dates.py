"""What stands beside the dates of a plan: the visa, with the wait the person told."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any  # a kept page is JSON

from rounds.core.values import day

ASK = "How long that takes differs by consulate and by day; ask yours, and begin early."


def visa_line(page: Mapping[str, Any], weeks: int | None) -> str:
    """By when to apply for the visa that the plan's first rotations rest on, or nothing."""
    visas = [one for one in page["steps"] if one["step"] == "visa"]
    if not visas or not page["rotations"]:
        return ""
    first = date.fromisoformat(visas[0]["on"])
    if weeks is None:
        return f"The visa must be there on {day(first)}. {ASK}"
    by = first - timedelta(weeks=weeks)
    return (
        f"The visa must be there on {day(first)}. With the {weeks} weeks you expect to wait, apply "
        f"for it by {day(by)}."
    )
