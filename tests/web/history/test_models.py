from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from rounds.web.history.models import Entry

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def entry(db):
    return Entry.objects.create(at=AT, actor="system", verb="started", object="site")


def test_an_entry_reads_as_a_sentence(entry):
    assert str(entry) == "2026-11-22 09:30 system started site"


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.delete(),
        lambda entry: entry.save(),
        lambda _: Entry.objects.update(actor="nobody"),
        lambda _: Entry.objects.all().delete(),
    ],
)
def test_the_database_refuses_to_change_or_delete_an_entry(entry, change):
    with pytest.raises(DatabaseError, match="history_entry is append-only"), transaction.atomic():
        change(Entry.objects.get())

    assert Entry.objects.values_list("actor", flat=True).get() == "system"


@pytest.mark.django_db
@pytest.mark.parametrize("empty", ["actor", "verb", "object"])
def test_an_entry_must_say_who_did_what_to_what(empty):
    told = {"actor": "system", "verb": "started", "object": "site", empty: ""}

    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(at=AT, **told)


def test_the_migrations_go_back_and_forth(committed):
    MigrationExecutor(connection).migrate([("history", "0001_create_entry")])
    Entry.objects.create(at=AT, actor="system", verb="started", object="site")
    Entry.objects.all().delete()

    MigrationExecutor(connection).migrate([("history", "0002_refuse_changes")])
    Entry.objects.create(at=AT, actor="system", verb="started", object="site")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.all().delete()

    MigrationExecutor(connection).migrate([("history", None)])
    assert "history_entry" not in connection.introspection.table_names()
    MigrationExecutor(connection).migrate([("history", "0002_refuse_changes")])
