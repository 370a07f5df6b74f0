"""The verbs of sites."""

from collections.abc import Mapping
from datetime import date, datetime

import zipcodes
from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.keeping import (
    add,
    free_slug,
    locked,
    refuse_if_taken,
    tell_search,
    write,
)
from rounds.web.catalog.actions.standing import stay_complete
from rounds.web.catalog.models import Site, SiteOrigin

NOT_COPIED = (
    "id", "slug", "state", "version", "created_at", "changed_at", "ccn", "origin_read_on",
    "origin_values",
)  # fmt: skip
CCN_TAKEN = "Another site has this CMS number. Each hospital has its own."


@transaction.atomic
def create_site(*, values: Mapping[str, object], by: User, at: datetime) -> Site:
    """A draft; it may be half empty."""
    site = Site(**_with_point(values, before=None))
    site.slug = free_slug(Site, f"{site.name} {site.city}")
    refuse_if_taken(site, "ccn", site.ccn, CCN_TAKEN)
    return add(site, by=by, at=at)


@transaction.atomic
def edit_site(
    *, site: Site, values: Mapping[str, object], version: int, by: User, at: datetime, on: date
) -> Site:
    row = locked(site, version=version)
    refuse_if_taken(row, "ccn", values.get("ccn"), CCN_TAKEN)
    write(row, _with_point(values, before=row.zip_code), by=by, at=at)
    stay_complete(row, on=on)
    tell_search(row)
    return row


@transaction.atomic
def copy_site(*, site: Site, by: User, at: datetime) -> Site:
    """A draft with the same facts; what belongs to one place alone (CMS number) stays behind."""
    fields = [field.attname for field in Site._meta.concrete_fields]
    values = {name: getattr(site, name) for name in fields if name not in NOT_COPIED}
    copy = Site(**{**values, "name": f"Copy of {site.name}"[:200], "origin": SiteOrigin.OWN})
    copy.slug = free_slug(Site, f"{copy.name} {copy.city}")
    return add(copy, by=by, at=at, verb="copied", source=site.slug)


def _with_point(values: Mapping[str, object], *, before: str | None) -> dict[str, object]:
    """A new ZIP code brings its point on the map; an unknown one none."""
    zip_code = values.get("zip_code")
    if not isinstance(zip_code, str) or zip_code == before:
        return dict(values)
    found = known_zip(zip_code)
    point = (float(found["lat"]), float(found["long"])) if found else (None, None)
    return {**values, "latitude": point[0], "longitude": point[1]}


def known_zip(zip_code: str) -> dict[str, str] | None:
    """What the offline list knows of a ZIP code: ``state``, ``city``, ``timezone``, a point."""
    if not (zip_code.isascii() and zip_code.isdecimal() and len(zip_code) == 5):
        return None
    found = zipcodes.matching(zip_code)  # type: ignore[no-untyped-call]
    return dict(found[0]) if found else None
