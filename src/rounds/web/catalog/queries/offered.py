"""What can be planned with: published terms still to come, and the rotations they belong to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from rounds.web.catalog.models import Publication, Rotation, Term


@dataclass(frozen=True, slots=True)
class Offered:
    """Terms in the order of their codes, and every rotation of theirs by its key."""

    terms: tuple[Term, ...]
    rotations: dict[int, Rotation]


def offered(*, on: date, rotations: Collection[int] | None = None) -> Offered:
    """Published terms that begin on a day or later, full ones too. Four queries.

    ``rotations`` narrows to some rotations, for pages that show only these.
    """
    terms = Term.objects.filter(
        state=Publication.PUBLISHED,
        rotation__state=Publication.PUBLISHED,
        rotation__site__state=Publication.PUBLISHED,
        first__gte=on,
    ).order_by("code")
    if rotations is not None:
        terms = terms.filter(rotation_id__in=rotations)
    found = tuple(terms.defer("created_at", "changed_at"))
    known = (
        Rotation.objects.filter(pk__in={term.rotation_id for term in found})
        .select_related("site", "preceptor")
        .prefetch_related("hours", "price_lines")
    )
    return Offered(found, {rotation.pk: rotation for rotation in known})
