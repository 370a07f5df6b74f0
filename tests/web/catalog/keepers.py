"""Who keeps the catalog in tests, when, and things that pass the publish gate."""

from datetime import UTC, date, datetime

from rounds.web.history.models import Entry
from tests.web.catalog.makers import (
    make_agreement,
    make_preceptor,
    make_rotation,
    make_site,
    make_term,
)
from tests.web.conftest import make_user

AT = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
ON = AT.date()
NPI = "1234567893"


def make_keeper():
    return make_user("keeper@agency.example", "Noor Keeper")


def make_whole_preceptor(**over):
    return make_preceptor(**{"npi": NPI, **over})


def make_whole_rotation(**over):
    """At a site with an agreement in force, with a preceptor who passes the gate."""
    site = over.pop("site", None) or make_site()
    if not site.agreements.exists():
        make_agreement(site)
    preceptor = over.pop("preceptor", None) or make_whole_preceptor()
    told = {"letterhead": "Lantern Hospital (fictional)", **over}
    return make_rotation(site=site, preceptor=preceptor, **told)


def make_draft_term(rotation, first=date(2027, 1, 4), **over):
    return make_term(rotation, first=first, state="draft", **over)


def told_of(thing):
    """What history tells about a thing: verb and payload, oldest first."""
    ref = f"{thing._meta.model_name}:{thing.pk}"
    entries = Entry.objects.filter(object=ref).order_by("id")
    return [(one.verb, one.payload) for one in entries]
