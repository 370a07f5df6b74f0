"""The verbs of preceptors; their licenses, affiliations and days off are rows (see ``rows``)."""

from collections.abc import Mapping
from datetime import date, datetime

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
from rounds.web.catalog.models import Affiliation, Preceptor

NPI_TAKEN = "Another preceptor has this NPI. Each physician has one; look for the other entry."
SHARED_BY_COLLEAGUES = ("credentials", "specialty", "board", "cap_a_week")


@transaction.atomic
def create_preceptor(*, values: Mapping[str, object], by: User, at: datetime) -> Preceptor:
    """A draft; it may be half empty."""
    preceptor = Preceptor(**values)
    preceptor.slug = free_slug(Preceptor, f"{preceptor.first_name} {preceptor.last_name}")
    refuse_if_taken(preceptor, "npi", preceptor.npi, NPI_TAKEN)
    return add(preceptor, by=by, at=at)


@transaction.atomic
def edit_preceptor(
    *,
    preceptor: Preceptor,
    values: Mapping[str, object],
    version: int,
    by: User,
    at: datetime,
    on: date,
) -> Preceptor:
    row = locked(preceptor, version=version)
    refuse_if_taken(row, "npi", values.get("npi"), NPI_TAKEN)
    write(row, values, by=by, at=at)
    stay_complete(row, on=on)
    tell_search(row)
    return row


@transaction.atomic
def copy_preceptor(*, preceptor: Preceptor, by: User, at: datetime) -> Preceptor:
    """A draft for a colleague: what colleagues share, and the institutions as claims."""
    values = {name: getattr(preceptor, name) for name in SHARED_BY_COLLEAGUES}
    copy = Preceptor(**values, first_name="Colleague of", last_name=preceptor.full_name[:100])
    copy.slug = free_slug(Preceptor, copy.full_name)
    add(copy, by=by, at=at, verb="copied", source=preceptor.slug)
    Affiliation.objects.bulk_create(
        Affiliation(preceptor=copy, institution=one.institution)
        for one in preceptor.affiliations.all()
    )
    return copy
