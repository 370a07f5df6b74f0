"""Fill an empty installation with the demo world, all or nothing."""

import csv
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from random import Random

from django.db import transaction

from rounds.data import shipped_names, shipped_text
from rounds.demo.installation.decisions import decisions_of
from rounds.demo.installation.people import add_applicants, add_staff
from rounds.demo.installation.preceptors import papers_of, preceptors_of
from rounds.demo.installation.rotations import offering_of
from rounds.demo.installation.sites import agreements_of, sites_of
from rounds.demo.world import OFFERS, PROGRAMS, SEED, World, world
from rounds.web.accounts.models import User
from rounds.web.catalog.actions.search_index import refresh
from rounds.web.catalog.models import (
    Affiliation,
    AgencyDecision,
    Agreement,
    License,
    Preceptor,
    PriceLine,
    Rotation,
    RotationHours,
    Site,
    Term,
)
from rounds.web.programs.actions.imports import import_programs
from rounds.web.programs.bridge.content import Told, tables_told
from rounds.web.programs.models import Program

OLDER = "programs/older"
ACTOR = "command:demo"


@dataclass(frozen=True, slots=True)
class Filled:
    """What was added; all zero when somebody was there already."""

    sites: int = 0
    rotations: int = 0
    terms: int = 0
    people: int = 0
    programs: int = 0


def fill(*, at: datetime) -> Filled:
    """Add the demo world as of that day, unless the installation already has people."""
    if User.objects.exists():
        return Filled()
    built = world(on=at.date())
    with transaction.atomic():
        people = [*add_staff(at=at), *add_applicants(built)]
        rotations = _add_catalog(built)
        AgencyDecision.objects.bulk_create(decisions_of(built.decisions))
        refresh(rotations=[rotation.pk for rotation in rotations])
        import_programs(told=_programs(built), by=ACTOR, at=at)
    return Filled(
        Site.objects.count(),
        len(rotations),
        Term.objects.count(),
        len(people),
        Program.objects.count(),
    )


def _programs(built: World) -> list[Told]:
    """Both layers: the fictional programs of the season, and the older real ones shipped."""
    files = [(PROGRAMS, dict(built.files)[PROGRAMS])]
    files += [(name, shipped_text(name)) for name in shipped_names(OLDER)]
    return [told for name, text in files for told in tables_told(text, name)]


def _add_catalog(built: World) -> list[Rotation]:
    chance = Random(f"{SEED}:installation")
    sites = sites_of(built.terms, on=built.on, chance=chance)
    preceptors = preceptors_of(built.terms, on=built.on, chance=chance)
    Site.objects.bulk_create(sites)
    Agreement.objects.bulk_create(agreements_of(sites, on=built.on))
    Preceptor.objects.bulk_create(preceptors.values())
    licenses, affiliations = papers_of(preceptors, built.terms, on=built.on, chance=chance)
    License.objects.bulk_create(licenses)
    Affiliation.objects.bulk_create(affiliations)
    made = offering_of(
        built.terms, _by_id(built, sites), preceptors, _entries(built), chance=chance
    )
    Rotation.objects.bulk_create(made.rotations)
    RotationHours.objects.bulk_create(made.hours)
    PriceLine.objects.bulk_create(made.lines)
    Term.objects.bulk_create(made.terms)
    return made.rotations


def _by_id(built: World, sites: list[Site]) -> dict[str, Site]:
    named = {site.name: site for site in sites}
    return {term.site.id: named[term.site.name] for term in built.terms}


def _entries(built: World) -> dict[str, str]:
    """The texts of the entry conditions by term code, as the world's own file has them."""
    text = dict(built.files)[OFFERS]
    return {row["code"]: row["entry"] for row in csv.DictReader(StringIO(text))}
