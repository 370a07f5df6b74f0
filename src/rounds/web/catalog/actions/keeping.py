"""What every verb that keeps a thing does alike: lock it, compare versions, write, tell history."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeVar

from django.db import models
from django.utils.text import slugify

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.search_index import refresh
from rounds.web.catalog.models import Preceptor, Rotation, Site, Term
from rounds.web.catalog.models.kept import Kept
from rounds.web.history.actions import record
from rounds.web.kit.changes import changes
from rounds.web.kit.refusal import Refusal

Thing = TypeVar("Thing", bound=Kept)
SLUG_LENGTH = 100
OWN = ("id", "slug", "state", "version", "created_at", "changed_at")
OWN_NAMES = frozenset(OWN)
NOTHING: tuple[object, ...] = (None, "", [], {})


def ref_of(thing: models.Model) -> str:
    """How the audit trail names a thing of the catalog: ``rotation:7``."""
    return f"{thing._meta.model_name}:{thing.pk}"


def locked(thing: Thing, *, version: int) -> Thing:
    """The row as it is now, locked; refuses when somebody changed it since ``version``."""
    row = type(thing)._default_manager.select_for_update().get(pk=thing.pk)
    if row.version != version:
        raise Refusal(
            "changed_meanwhile",
            "Somebody else has changed this since you opened it. Nothing of yours was saved.",
            since=version,
        )
    return row


def add(thing: Thing, *, by: User, at: datetime, verb: str = "created", **also: object) -> Thing:
    """Keep a new thing and tell history how it began."""
    thing.save(force_insert=True)
    names = [field.name for field in thing._meta.concrete_fields if field.name not in OWN]
    begun = {name: value for name, value in told(thing, names).items() if value not in NOTHING}
    note(thing, verb, by=by, at=at, changes=changes({}, begun), **also)
    return thing


def write(
    thing: Thing,
    values: Mapping[str, object],
    *,
    by: User,
    at: datetime,
    also: Mapping[str, dict[str, object]] | None = None,
) -> Thing:
    """Write what differs and tell history before and after; nothing happens when nothing does.

    ``also``: what the same edit changes in rows that belong to the thing.
    """
    if OWN_NAMES & set(values):
        raise ValueError(f"verbs of their own write {sorted(OWN_NAMES & set(values))}")
    before = told(thing, values)
    for name, value in values.items():
        setattr(thing, name, value)
    found = changes(before, told(thing, values))
    if found or also:
        touch(thing, *found)
        note(thing, "changed", by=by, at=at, changes={**found, **(also or {})})
    return thing


def touch(thing: Thing, *names: str) -> Thing:
    """Save some fields under a new version."""
    thing.version += 1
    thing.save(update_fields=[*names, "version", "changed_at"])
    return thing


def told(thing: models.Model, names: Iterable[str]) -> dict[str, object]:
    """The values as history keeps them; another row by its number and words."""
    return {name: _told(getattr(thing, name)) for name in names}


def _told(value: object) -> object:
    return f"{value} (no. {value.pk})" if isinstance(value, models.Model) else value


def note(thing: Kept, verb: str, *, by: User, at: datetime, **payload: object) -> None:
    """Tell history, with the version that came of it; ``payload`` in the order of reading."""
    record(
        actor=by.ref,
        verb=verb,
        object=ref_of(thing),
        at=at,
        payload={"version": thing.version, **payload},
    )


def refuse_if_taken(thing: Kept, field: str, value: object, sentence: str) -> None:
    """Another row has the value that only one may have."""
    others = type(thing)._default_manager.exclude(pk=thing.pk)
    if value and others.filter(**{field: value}).exists():
        raise Refusal("taken", sentence, field=field)


def free_slug(model: type[models.Model], text: str) -> str:
    """A readable name for addresses that no other row has; letters of any script may be absent."""
    stem = slugify(text)[:SLUG_LENGTH].strip("-") or str(model._meta.model_name)
    taken = set(model._default_manager.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)


def tell_search(thing: Kept) -> None:
    """Bring the search up to date after a change to something that shows in it."""
    refresh(rotations=list(rotations_of(thing).values_list("pk", flat=True)))


def rotations_of(thing: Kept) -> models.QuerySet[Rotation]:
    """The rotations that show something of it."""
    match thing:
        case Site():
            return Rotation.objects.filter(site=thing)
        case Preceptor():
            return Rotation.objects.filter(preceptor=thing)
        case Rotation():
            return Rotation.objects.filter(pk=thing.pk)
        case Term():
            return Rotation.objects.filter(pk=thing.rotation_id)
    return Rotation.objects.none()
