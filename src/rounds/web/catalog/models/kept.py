"""What everything the desk keeps has in common: its state, and a version two editors compare."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any  # Django's fields pass on whatever they are given

from django.db import models
from django.db.models import Q


class Publication(models.TextChoices):
    """Where a thing stands between the desk and the public."""

    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Kept(models.Model):
    """``version`` grows with every change: a form that was opened on an older one is refused."""

    state = models.CharField(max_length=20, choices=Publication, default=Publication.DRAFT)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class WebAddress(models.URLField):  # type: ignore[type-arg]  # it cannot say so where it runs
    """An address of the web; what is typed without a scheme means https."""

    def formfield(self, **told: Any) -> Any:
        return super().formfield(**{"assume_scheme": "https", **told})

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """To migrations it is Django's own field: the column is the same."""
        name, _, args, kwargs = super().deconstruct()
        return str(name), "django.db.models.URLField", args, kwargs


def state_is_known(*, table: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"catalog_{table}_state_is_known", condition=Q(state__in=Publication.values)
    )


def choices_of(words: type[StrEnum]) -> list[tuple[str, str]]:
    """The core's words as choices of a field, said as people read them."""
    return [(word.value, word.value.replace("_", " ").capitalize()) for word in words]


def is_one_of(field: str, words: type[StrEnum], *, table: str) -> models.CheckConstraint:
    """A check that a column holds one of the core's words."""
    return models.CheckConstraint(
        name=f"catalog_{table}_{field}_is_known",
        condition=Q(**{f"{field}__in": [word.value for word in words]}),
    )
