"""Rotations as pages show them: everything decisive, in a constant number of queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from rounds.web.accounts.models import User
from rounds.web.accounts.permissions import Visitor
from rounds.web.catalog.models import (
    Listing,
    NameVisibility,
    Publication,
    Rotation,
    Site,
    Term,
)
from rounds.web.catalog.queries.search.find import Hit

LISTED = 10


@dataclass(frozen=True, slots=True)
class Card:
    """One result: the rotation, its fitting terms, and the hit behind it."""

    rotation: Rotation
    terms: tuple[Term, ...]
    hit: Hit

    @property
    def more(self) -> int:
        """Fitting terms that are not shown."""
        return len(self.hit.terms) - len(self.terms)


SHOWN_TERMS = 3


def cards(hits: list[Hit]) -> list[Card]:
    """The rotations behind some hits with their first terms. Three queries."""
    rotations = (
        Rotation.objects.filter(pk__in=[hit.rotation for hit in hits])
        .select_related("site", "preceptor")
        .prefetch_related("hours")
        .in_bulk()
    )
    wanted = [pk for hit in hits for pk in hit.terms[:SHOWN_TERMS]]
    terms = Term.objects.in_bulk(wanted)
    return [
        Card(
            rotations[hit.rotation],
            tuple(terms[pk] for pk in hit.terms[:SHOWN_TERMS] if pk in terms),
            hit,
        )
        for hit in hits
        if hit.rotation in rotations
    ]


def _published() -> QuerySet[Rotation]:
    return Rotation.objects.filter(
        state=Publication.PUBLISHED, site__state=Publication.PUBLISHED
    ).select_related("site", "preceptor")


def _whole(rotations: QuerySet[Rotation], *, on: date) -> QuerySet[Rotation]:
    terms = Term.objects.filter(state=Publication.PUBLISHED, first__gt=on).order_by("first", "id")
    return rotations.prefetch_related(
        "hours",
        "price_lines",
        "site__photos",
        "preceptor__licenses",
        "preceptor__affiliations",
        Prefetch("terms", queryset=terms, to_attr="open_terms"),
    )


def rotation_shown(*, slug: str, on: date) -> Rotation | None:
    """A published rotation with everything its page shows; ``open_terms`` begin after a day."""
    return _whole(_published().filter(slug=slug), on=on).first()


def rotation_previewed(*, pk: int, on: date) -> Rotation | None:
    """Any rotation, published or not, as its page would show it; for the desk alone."""
    return _whole(Rotation.objects.filter(pk=pk).select_related("site", "preceptor"), on=on).first()


def rotations_compared(*, slugs: list[str], on: date) -> list[Rotation]:
    """Published rotations in the order asked for."""
    found = {one.slug: one for one in _whole(_published().filter(slug__in=slugs), on=on)}
    return [found[slug] for slug in slugs if slug in found]


def name_shown(rotation: Rotation, visitor: Visitor) -> str:
    """The preceptor's name for this visitor, or an empty text."""
    if not rotation.preceptor.may_be_named:
        return ""
    if rotation.name_visibility == NameVisibility.PUBLIC:
        return rotation.preceptor.full_name
    is_signed_in = isinstance(visitor, User)
    if rotation.name_visibility == NameVisibility.SIGNED_IN and is_signed_in:
        return rotation.preceptor.full_name
    return ""


def site_shown(*, slug: str) -> Site | None:
    """A published site with its published rotations."""
    rotations = Rotation.objects.filter(state=Publication.PUBLISHED).order_by("title", "id")
    return (
        Site.objects.filter(slug=slug, state=Publication.PUBLISHED)
        .prefetch_related("photos", Prefetch("rotations", rotations, to_attr="open_rotations"))
        .first()
    )


def listed_elsewhere(
    *, words: list[str], states: frozenset[str], kinds: frozenset[str]
) -> tuple[int, list[Listing]]:
    """What other lists name and nobody can book here: how many fit, and the first ones."""
    found = Listing.objects.filter(gone_on__isnull=True).order_by("title", "id")
    for word in words:
        found = found.filter(title__icontains=word)
    if states:
        found = found.filter(state_code__in=states)
    if kinds:
        found = found.filter(kind__in=kinds)
    rows = list(found[: LISTED + 1])
    return (len(rows) if len(rows) <= LISTED else found.count()), rows[:LISTED]
