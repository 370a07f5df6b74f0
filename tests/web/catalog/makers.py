"""Things of the catalog, whole and published unless told otherwise."""

from datetime import date, timedelta
from itertools import count

import pytest
from django.db import IntegrityError, transaction

from rounds.web.catalog.models import (
    Agreement,
    License,
    Listing,
    Preceptor,
    PriceLine,
    Publication,
    Rotation,
    RotationHours,
    Site,
    Term,
)

TODAY = date(2026, 11, 27)
_numbers = count(1)


def make_site(**over):
    number = next(_numbers)
    return Site.objects.create(
        **{
            "slug": f"site-{number}", "name": f"Lantern Hospital {number} (fictional)",
            "state": Publication.PUBLISHED, "street": "1 Fictional Street", "city": "Gable Falls",
            "state_code": "NY", "zip_code": "07357", "time_zone": "America/New_York",
            "latitude": 42.0, "longitude": -75.0, **over,
        }
    )  # fmt: skip


def make_agreement(site, **over):
    return Agreement.objects.create(
        **{
            "site": site, "state": Publication.PUBLISHED, "reference": f"A-{next(_numbers)}",
            "signed_with": site.name, "first": TODAY - timedelta(days=100),
            "last": TODAY + timedelta(days=900), **over,
        }
    )  # fmt: skip


def make_preceptor(*, licensed_in="NY", **over):
    number = next(_numbers)
    preceptor = Preceptor.objects.create(
        **{
            "slug": f"preceptor-{number}", "state": Publication.PUBLISHED, "first_name": "Ada",
            "last_name": f"Mossgrove {number} (fictional)", "credentials": "MD",
            "specialty": "internal medicine", "cap_a_week": 2, "named_since": TODAY, **over,
        }
    )  # fmt: skip
    if licensed_in:
        License.objects.create(
            preceptor=preceptor, state_code=licensed_in, number=f"F-{number}",
            expires_on=TODAY + timedelta(days=900),
        )  # fmt: skip
    return preceptor


def make_rotation(*, hours=None, lines=None, **over):
    """With 30 hours inpatient and 10 in the office, $1,000 for the term and $50 a week."""
    number = next(_numbers)
    site = over.pop("site", None) or make_site()
    preceptor = over.pop("preceptor", None) or make_preceptor()
    rotation = Rotation.objects.create(
        **{
            "slug": f"rotation-{number}", "state": Publication.PUBLISHED, "site": site,
            "preceptor": preceptor, "title": f"Internal medicine observership {number}",
            "kind": "observership", "role": "observing", "mode": "in_person",
            "specialty": "internal medicine", "may_do": "Watches and discusses.",
            "emr_access": "read", "learner_cap": 2, "languages": ["en"],
            "letter_policy": "writes", "is_on_letterhead": True, "turnaround_days": 21,
            "cancellation": "All comes back until 30 days before the first day.", **over,
        }
    )  # fmt: skip
    for setting, amount in (hours or {"inpatient": 30, "office": 10}).items():
        RotationHours.objects.create(rotation=rotation, setting=setting, hours=amount)
    for label, cents, per in lines or [
        ("tuition", 100_000, "term"),
        ("malpractice", 5_000, "week"),
    ]:
        PriceLine.objects.create(rotation=rotation, label=label, cents=cents, per=per)
    return rotation


def make_term(rotation=None, *, first=date(2027, 1, 4), weeks=4, **over):
    rotation = rotation or make_rotation()
    last = first + timedelta(weeks=weeks) - timedelta(days=3)
    return Term.objects.create(
        **{
            "rotation": rotation, "state": Publication.PUBLISHED, "code": f"T-{next(_numbers)}",
            "first": first, "last": last, "weeks": weeks, "seats": 2, **over,
        }
    )  # fmt: skip


def make_listing(**over):
    number = next(_numbers)
    return Listing.objects.create(
        **{
            "source": "a public list", "source_id": str(number), "read_on": TODAY,
            "title": f"Puddle Observership {number} (fictional)", "listed_as": "OBSERVERSHIP",
            "kind": "observership", "raw": {}, **over,
        }
    )  # fmt: skip


def is_refused(change):
    """The database itself says no, and nothing is changed."""
    with pytest.raises(IntegrityError), transaction.atomic():
        change()
    return True
