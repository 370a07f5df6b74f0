"""Keep what applicants tell. History notes who changed which topic, and never the values."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models, transaction

from rounds.web.accounts.models import Profile, User
from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal

MOST_ITEMS = 200


def save_profile(*, profile: Profile, fields: Iterable[str], at: datetime) -> Profile:
    """Keep some fields of the profile of the person it belongs to."""
    names = sorted(fields)
    with transaction.atomic():
        profile.save(update_fields=None if profile._state.adding else names)
        _note(profile.user, "saved_facts", {"fields": names}, at)
    return profile


def save_item(*, item: models.Model, user: User, at: datetime) -> models.Model:
    """Keep one row of a list of facts, new or changed."""
    with transaction.atomic():
        kind = type(item)
        count = kind._default_manager.filter(user=user).count()
        if item.pk is None and count >= MOST_ITEMS:
            raise Refusal("too_many", f"A list holds at most {MOST_ITEMS} entries.")
        item.save()
        _note(user, "saved_fact", {"list": kind._meta.model_name}, at)
    return item


def remove_item(*, item: models.Model, user: User, at: datetime) -> None:
    with transaction.atomic():
        name = item._meta.model_name
        item.delete()
        _note(user, "removed_fact", {"list": name}, at)


def _note(user: User, verb: str, payload: dict[str, object], at: datetime) -> None:
    """Sealed: which topics a person told is the person's own matter too."""
    what = f"profile:{user.pk}"
    record(actor=user.ref, verb=verb, object=what, at=at, payload=payload, subject=user.ref)
