"""Named reads about people."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models

from rounds.web.accounts.models import User

SECRET_FIELDS = ("password", "data")


def everything_about(*, user: User) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """Every row of every table that points to the person, secrets left out, table by table."""
    yield "accounts.user", _rows(User.objects.filter(pk=user.pk))
    for model in apps.get_models():
        fields = [
            field.name
            for field in model._meta.get_fields()
            if (field.many_to_one or field.one_to_one)
            and field.concrete
            and field.related_model is User
        ]
        for name in fields:
            rows = _rows(model._default_manager.filter(**{name: user}))
            if rows:
                yield model._meta.label_lower, rows


def _rows(found: models.QuerySet[models.Model]) -> list[dict[str, object]]:
    return [
        {key: value for key, value in row.items() if key not in SECRET_FIELDS}
        for row in found.order_by("pk").values()
    ]
