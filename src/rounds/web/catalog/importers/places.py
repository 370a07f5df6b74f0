"""What the offline list of ZIP codes knows: approximate points, time zones, states."""

from dataclasses import dataclass
from functools import cache

import zipcodes


@dataclass(frozen=True, slots=True)
class Area:
    """The area of one ZIP code; the point is somewhere in it, not at a door."""

    state_code: str
    time_zone: str
    latitude: float
    longitude: float


def area_of(zip_code: str) -> Area | None:
    return _areas().get(zip_code)


@cache
def _areas() -> dict[str, Area]:
    """Read once: asking the list for one code after another takes seconds."""
    return {
        one["zip_code"]: Area(
            one["state"], one["timezone"] or "", float(one["lat"]), float(one["long"])
        )
        for one in zipcodes.list_all()  # type: ignore[no-untyped-call]
        if one["lat"] and one["long"]
    }
