"""Where the fictional towns lie: postal codes that no town has, and a point inside their state."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """A state as the demo needs it: an unused postal code, a time zone, and a point inside."""

    zip_code: str
    time_zone: str
    latitude: float
    longitude: float


REGIONS = {
    "AZ": Region("85943", "America/Phoenix", 33.58, -111.64),
    "CA": Region("92789", "America/Los_Angeles", 36.10, -119.60),
    "FL": Region("33829", "America/New_York", 28.13, -81.96),
    "GA": Region("35268", "America/New_York", 32.98, -83.54),
    "IL": Region("61388", "America/Chicago", 40.44, -88.98),
    "MD": Region("21338", "America/New_York", 38.99, -76.64),
    "MI": Region("48999", "America/Detroit", 43.40, -84.66),
    "NJ": Region("08414", "America/New_York", 40.06, -74.30),
    "NY": Region("07357", "America/New_York", 42.17, -75.09),
    "OH": Region("44548", "America/New_York", 40.36, -82.69),
    "PA": Region("17464", "America/New_York", 40.58, -77.48),
    "TX": Region("81903", "America/Chicago", 31.25, -97.94),
    "VA": Region("22384", "America/New_York", 37.69, -78.15),
}
