"""The fictional sites as rows of the catalog, each with its agreement."""

from datetime import date, time, timedelta
from random import Random

from django.utils.text import slugify

from rounds.core.planner.offers import Term as Offered
from rounds.demo.installation.places import REGIONS
from rounds.demo.sites import SITES, Place, Style
from rounds.web.catalog.models import Agreement, Publication, Site, SiteKind, SiteOrigin

KINDS = {Style.OFFICE: SiteKind.OFFICE, Style.ONLINE: SiteKind.ONLINE}
HOURS = (time(7), time(7, 30), time(8), time(8, 30))
JITTER_DEGREES = 0.9
SIGNED_DAYS_AGO, HOLDS_DAYS = 400, 1500


def sites_of(terms: tuple[Offered, ...], *, on: date, chance: Random) -> list[Site]:
    """One row a place, in the order of the demo's list; nothing is saved."""
    known = {term.site.id for term in terms}
    return [_site(place, on, chance) for place in SITES if place.id in known]


def agreements_of(sites: list[Site], *, on: date) -> list[Agreement]:
    """One signed agreement a site, in force for all the terms of the demo."""
    return [
        Agreement(
            site=site,
            state=Publication.PUBLISHED,
            reference=f"LBR-{number:03d} (fictional)",
            signed_with=site.name,
            first=on - timedelta(days=SIGNED_DAYS_AGO),
            last=on + timedelta(days=HOLDS_DAYS),
        )
        for number, site in enumerate(sites, start=1)
    ]


def _site(place: Place, on: date, chance: Random) -> Site:
    region = REGIONS[place.state]
    is_online = place.style is Style.ONLINE
    site = Site(
        slug=slugify(place.stem),
        state=Publication.PUBLISHED,
        name=place.name,
        kind=KINDS.get(place.style, SiteKind.HOSPITAL),
        origin=SiteOrigin.OWN,
        street=f"{chance.randint(1, 99)} Fictional Street",
        city=place.city,
        state_code=place.state,
        zip_code=region.zip_code,
        time_zone=region.time_zone,
        latitude=round(region.latitude + chance.uniform(-JITTER_DEGREES, JITTER_DEGREES), 4),
        longitude=round(region.longitude + chance.uniform(-JITTER_DEGREES, JITTER_DEGREES), 4),
        has_emergency=place.style in (Style.SCHOOL, Style.TEACHING) or None,
    )
    _school(site, place, on)
    if not is_online:
        _living(site, place, chance)
    return site


def _school(site: Site, place: Place, on: date) -> None:
    """An evidenced fact with a source under .example, or nothing where nobody has stated it."""
    if place.style is Style.UNSURE:
        return
    site.is_medical_school_hospital = place.style is Style.SCHOOL
    site.medical_school_source = f"https://{site.slug}.example/about"
    site.medical_school_read_on = on - timedelta(days=30)
    if place.style is Style.SCHOOL:
        site.medical_school = f"{place.stem} School of Medicine (fictional)"


def _living(site: Site, place: Place, chance: Random) -> None:
    site.housing_cents_a_week = place.housing_cents_a_week
    site.housing_note = "A furnished room, as an estimate of this fictional agency."
    site.travel_cents = place.travel * 100
    site.arrival_place = "Main entrance, information desk"
    site.arrival_contact = "Front office (fictional)"
    site.arrival_time = chance.choice(HOURS)
    site.dress_code = "Business casual and a white coat"
    site.parking = "Visitor lot, free on weekdays"
