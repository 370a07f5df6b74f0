"""Tables as lines of JSON that every database reads back."""

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any, TypeAlias  # Any: the values of any table
from uuid import UUID

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.utils.duration import duration_string

from rounds.web.kit.refusal import Refusal

BATCH = 1000
DJANGOS_OWN_FIELDS = "django.db.models."
Model = type[models.Model]
Column: TypeAlias = "models.Field[Any, Any]"
Row = tuple[Any, ...]


def all_tables() -> list[Model]:
    """Every table of every app, those behind many-to-many fields included, by name."""
    found = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    ]
    return sorted(found, key=lambda model: model._meta.label)


def columns_of(model: Model) -> list[Column]:
    """Its columns but those the database computes. A kind of field nobody thought of is a bug:
    one that encrypts, for example, must be kept as it is stored."""
    columns = [field for field in model._meta.concrete_fields if not field.generated]
    for field in columns:
        if not field.deconstruct()[1].startswith(DJANGOS_OWN_FIELDS):
            raise TypeError(f"{field} is of a kind that backups do not know")
    return columns


def lines_of(model: Model) -> Iterator[bytes]:
    """One line a row, in the order of the primary key; never more than a batch in memory."""
    names = [field.attname for field in columns_of(model)]
    rows = model._base_manager.order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=BATCH):
        yield json.dumps([plain(value) for value in row], separators=(",", ":")).encode() + b"\n"


def plain(value: object) -> object:
    """A value as JSON has it, from which its field makes the same value again."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_string(value)
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode("ascii")
    return value


def load_lines(model: Model, lines: Iterator[bytes]) -> int:
    """Put rows into the table as they were, past everything that would alter them on the way."""
    count = 0
    while batch := list(islice(lines, BATCH)):
        rows = [_row(model, line, count + number) for number, line in enumerate(batch, start=1)]
        _insert(model, rows, first=count + 1)
        count += len(batch)
    return count


def _row(model: Model, line: bytes, number: int) -> Row:
    columns = columns_of(model)
    try:
        told = json.loads(line)
        pairs = zip(columns, told, strict=True)
        return tuple(
            field.get_db_prep_save(None if value is None else field.to_python(value), connection)
            for field, value in pairs
        )
    except (ValueError, TypeError) as error:
        raise Refusal(
            "backup_row", f"Row {number:,} of {model._meta.label} cannot be read: {error}."
        ) from error


def _insert(model: Model, rows: Sequence[Row], *, first: int) -> None:
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in columns_of(model))
    places = ", ".join(["%s"] * len(columns_of(model)))
    table = quote(model._meta.db_table)
    statement = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 -- names of our own tables
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(statement, rows)
    except (DatabaseError, ValueError) as error:
        last = first + len(rows) - 1
        raise Refusal(
            "backup_row",
            f"The database refuses a row of {model._meta.label} between row {first:,} and row "
            f"{last:,}: {' '.join(str(error).split())}",
        ) from error
