"""What a site lacks before the public sees it."""

from zoneinfo import available_timezones

from rounds.core.vocabulary import STATES
from rounds.web.catalog.actions.gate.missing import Missing, blank
from rounds.web.catalog.models import Site, SiteKind

EVERYWHERE = (
    ("name", "Give the site’s name."),
    ("kind", "Say what kind of place it is."),
    ("city", "Give the city."),
    ("time_zone", "Choose the time zone; arrival and deadlines are read in it."),
)
ON_THE_GROUND = (
    ("street", "Give the street and number."),
    ("zip_code", "Give the ZIP code; people search by distance from it."),
)
ZIP_LENGTH = 5


def missing_of_site(site: Site) -> list[Missing]:
    """An online site has no street; every other place can be found on a map."""
    wanted = EVERYWHERE if site.kind == SiteKind.ONLINE else (*EVERYWHERE, *ON_THE_GROUND)
    return [*blank("facts", site, wanted), *_impossible(site)]


def _impossible(site: Site) -> list[Missing]:
    found = []
    if site.state_code not in STATES:
        found.append(Missing("facts", "state_code", "Choose the state or territory."))
    if site.zip_code and not (site.zip_code.isdecimal() and len(site.zip_code) == ZIP_LENGTH):
        found.append(Missing("facts", "zip_code", "A ZIP code has five digits."))
    if site.time_zone and site.time_zone not in available_timezones():
        found.append(Missing("facts", "time_zone", f"No time zone is called {site.time_zone}."))
    return found
