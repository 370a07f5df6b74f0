"""What a plan rests on, and whether that is still as it was."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from hashlib import sha256

from rounds.core.planner.explain.catalog import canonical
from rounds.web.accounts.models import User
from rounds.web.catalog.bridge.offers import terms_offered
from rounds.web.catalog.models import Term
from rounds.web.catalog.queries.offered import offered
from rounds.web.catalog.queries.shown import name_shown


def fingerprint_of(codes: Collection[str], *, user: User, today: date) -> str:
    """A hash of the chosen dates as they are offered now; free seats are left out of it.

    Price, days, letters, conditions, site: whatever of them changes gives another fingerprint.
    """
    rotations = Term.objects.filter(code__in=codes).values_list("rotation_id", flat=True)
    found = offered(on=today, rotations=list(rotations))
    terms = terms_offered(found, name_of=lambda one: name_shown(one, user))
    chosen = [replace(term, seats=0) for term in terms if term.code in codes]
    digest = sha256()
    for line in sorted(canonical(term, {}) for term in chosen):
        digest.update(line.encode())
    return digest.hexdigest()
