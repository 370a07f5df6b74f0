"""Everything Rounds holds about one person, found without naming the tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.models.fields.files import FieldFile

from rounds.web.accounts.models import User
from rounds.web.history.queries import entries_of_person, lines_of
from rounds.web.kit.masks import SECRET_NAMES

Row = dict[str, object]
SECRET_FIELDS = frozenset({("mfa.authenticator", "data")})
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Table:
    """One table's rows about the person, read one after the other, and the files they name."""

    name: str
    rows: Iterator[Row]
    files: Iterator[tuple[str, FieldFile]]


def everything_about(*, user: User) -> Iterator[Table]:
    """The person, and every row of every table that points to the person, secrets left out."""
    yield _table(User.objects.filter(pk=user.pk))
    for model in apps.get_models(include_auto_created=True):
        for name in _fields_to_people(model):
            found = model._default_manager.filter(**{name: user})
            if found.exists():
                yield _table(found)


def history_about(*, user: User) -> Iterator[Row]:
    """What the audit trail tells about the person, opened with the person's key."""
    entries = entries_of_person(subject=user.ref).iterator(chunk_size=AT_ONCE)
    for line in lines_of(entries):
        yield {
            "at": line.at,
            "actor": line.actor,
            "verb": line.verb,
            "object": line.object,
            "payload": dict(line.payload),
        }


def _fields_to_people(model: type[models.Model]) -> list[str]:
    return [
        field.name
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model is User
    ]


def _table(found: models.QuerySet[models.Model]) -> Table:
    label = found.model._meta.label_lower
    ordered = found.order_by("pk")
    secret = {
        field.attname
        for field in found.model._meta.concrete_fields
        if SECRET_NAMES.search(field.attname) or (label, field.attname) in SECRET_FIELDS
    }
    told = [f.attname for f in found.model._meta.concrete_fields if f.attname not in secret]
    return Table(label, ordered.values(*told).iterator(chunk_size=AT_ONCE), _files(ordered))


def _files(found: models.QuerySet[models.Model]) -> Iterator[tuple[str, FieldFile]]:
    """Uploaded files of the rows, each with a name of its own in the archive."""
    fields = [f for f in found.model._meta.concrete_fields if isinstance(f, models.FileField)]
    if not fields:
        return
    label = found.model._meta.label_lower
    for row in found.iterator(chunk_size=AT_ONCE):
        for field in fields:
            kept: FieldFile = getattr(row, field.attname)
            if kept.name:
                yield f"files/{label}/{row.pk}-{kept.name.rsplit('/', 1)[-1]}", kept
