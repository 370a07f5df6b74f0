"""Keep what search reads: called by every verb that changes what the public can find."""

from collections.abc import Iterable
from secrets import randbits

from django.db import connection

from rounds.web.catalog.models import (
    NameVisibility,
    Publication,
    Rotation,
    RotationText,
    ShelfMark,
)
from rounds.web.catalog.queries.search.words import folded


def refresh(*, rotations: Iterable[int]) -> None:
    """Write the words of these rotations anew, and mark the shelf as changed."""
    wanted = set(rotations)
    RotationText.objects.filter(rotation__in=wanted).delete()
    shown = Rotation.objects.filter(
        pk__in=wanted, state=Publication.PUBLISHED, site__state=Publication.PUBLISHED
    ).select_related("site", "preceptor")
    RotationText.objects.bulk_create(
        RotationText(rotation=one, body=" ".join(folded(_words_of(one)))) for one in shown
    )
    if connection.vendor == "sqlite":
        _rewrite_words(wanted)
    ShelfMark.objects.update_or_create(pk=1, defaults={"number": randbits(62)})


def _words_of(rotation: Rotation) -> str:
    """What everybody may know: a name that is not public cannot be searched for either."""
    site, preceptor = rotation.site, rotation.preceptor
    is_named = rotation.name_visibility == NameVisibility.PUBLIC and preceptor.may_be_named
    return " ".join(
        (
            rotation.title, rotation.summary, rotation.specialty, rotation.get_kind_display(),
            rotation.get_role_display(), rotation.may_do, rotation.emr, site.name, site.city,
            site.state_code, preceptor.full_name if is_named else "",
        )
    )  # fmt: skip


def _rewrite_words(wanted: set[int]) -> None:
    """SQLite's own index of words has no foreign keys: it is kept beside the table."""
    kept = RotationText.objects.filter(rotation__in=wanted).values_list("rotation_id", "body")
    with connection.cursor() as cursor:
        cursor.executemany(
            "DELETE FROM catalog_words WHERE rowid = %s", [(pk,) for pk in sorted(wanted)]
        )
        cursor.executemany("INSERT INTO catalog_words (rowid, body) VALUES (%s, %s)", list(kept))
