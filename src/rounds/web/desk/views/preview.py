"""The public page of a rotation as a visitor without an account would see it."""

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from rounds.web.catalog.models import Rotation
from rounds.web.catalog.models.kept import Kept
from rounds.web.catalog.queries.shown import name_shown, rotation_previewed


def preview_of(found: Kept) -> dict[str, object]:
    """What the partials of the catalog read; only rotations are previewed."""
    whole = rotation_previewed(pk=found.pk, on=timezone.localdate())
    if not isinstance(found, Rotation) or whole is None:
        return {}
    return {"rotation": whole, "name": name_shown(whole, AnonymousUser())}
