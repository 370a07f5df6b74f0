import json
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, models

from rounds.web.history.models import Entry
from rounds.web.kit.backup.tables import (
    BATCH,
    all_tables,
    columns_of,
    lines_of,
    load_lines,
    plain,
)
from rounds.web.kit.refusal import Refusal

AT = datetime(2026, 11, 27, 9, 30, 15, 123456, tzinfo=UTC)


@pytest.mark.django_db
def test_every_table_of_the_database_is_known_or_knowingly_left_out():
    there = set(connection.introspection.table_names())
    kept = {model._meta.db_table for model in all_tables()}

    # Which migrations ran is in the manifest; the cache may be lost; words are indexed anew.
    left_out = {name for name in there - kept if not name.startswith("catalog_words")}
    assert left_out <= {"django_migrations", "cache"}
    assert kept - there == set()


def test_every_field_of_every_table_is_of_a_kind_that_backups_know():
    assert all(columns_of(model) for model in all_tables())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (models.DateTimeField(), AT),
        (models.DateField(), date(2026, 11, 27)),
        (models.TimeField(), time(9, 30, 15, 123456)),
        (models.DurationField(), timedelta(days=2, microseconds=7)),
        (models.DecimalField(max_digits=9, decimal_places=2), Decimal("12.50")),
        (models.UUIDField(), UUID(int=7)),
        (models.BinaryField(), b"\x00\xff"),
        (models.FloatField(), 0.1),
        (models.BooleanField(), False),
        (models.BigIntegerField(), 2**60),
        (models.TextField(), "é\u2028'\"\n"),
        (models.JSONField(), {"a": [1, None, 0.1]}),
    ],
)
def test_a_value_comes_back_from_json_as_it_was(field, value):
    again = field.to_python(plain(value))

    assert (bytes(again) if isinstance(again, memoryview) else again) == value


class Sealed(models.TextField):
    """Some field of our own that would decrypt what it reads."""


def test_a_kind_of_field_nobody_thought_of_is_a_bug(monkeypatch):
    monkeypatch.setattr(Entry._meta.get_field("verb"), "__class__", Sealed)

    with pytest.raises(TypeError, match="backups do not know"):
        columns_of(Entry)


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [0, 1, BATCH + 1])
def test_rows_go_out_and_in_batch_by_batch(rows):
    Entry.objects.bulk_create(
        Entry(at=AT, actor="system", verb="did", object=f"x:{n}", payload={"n": n})
        for n in range(rows)
    )
    lines = list(lines_of(Entry))
    assert len(lines) == rows
    first = json.loads(lines[0])[0] if lines else 1
    moved = [json.dumps([pk + rows, *rest]).encode() for pk, *rest in map(json.loads, lines)]

    assert load_lines(Entry, iter(moved)) == rows
    again = Entry.objects.filter(pk__gte=first + rows).order_by("pk")
    assert list(again.values_list("at", "payload")) == [(AT, {"n": n}) for n in range(rows)]


@pytest.mark.django_db
def test_a_row_with_too_few_values_is_told_by_its_number():
    with pytest.raises(Refusal) as refused:
        load_lines(Entry, iter([b"[1, 2]\n"]))

    assert refused.value.code == "backup_row"
    assert refused.value.sentence.startswith("Row 1 of history.Entry cannot be read: ")


def test_tables_behind_lists_of_groups_are_kept_too():
    user = apps.get_model("accounts.User")

    assert user.groups.through in all_tables()
