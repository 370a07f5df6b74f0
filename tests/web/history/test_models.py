from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from rounds.web.history.models import Entry, SubjectKey

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


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"payload": {"born": "1995"}, "subject": "user:7"}, {"sealed": "x"}]
)
def test_what_is_personal_stands_sealed_and_has_a_subject(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(at=AT, actor="user:7", verb="told", object="profile:7", **wrong)


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [{"sealed_key": ""}, {"sealed_key": "x", "destroyed_at": AT}])
def test_a_persons_key_is_there_or_destroyed(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        SubjectKey.objects.create(subject="user:7", made_at=AT, **wrong)


def test_a_persons_key_is_called_by_the_person():
    assert str(SubjectKey(subject="user:7")) == "user:7"


def write_entry():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO history_entry (at, actor, verb, object, payload) "
            "VALUES ('2026-11-22 09:30:00+00:00', 'system', 'started', 'site', '{}')"
        )


def delete_entries():
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM history_entry")


def test_the_migrations_go_back_and_forth(committed):
    MigrationExecutor(connection).migrate([("history", "0001_create_entry")])
    write_entry()
    delete_entries()

    MigrationExecutor(connection).migrate([("history", "0002_refuse_changes")])
    write_entry()
    with pytest.raises(DatabaseError, match="append-only"):
        delete_entries()

    MigrationExecutor(connection).migrate([("history", "0003_seal_what_is_personal")])
    assert Entry.objects.values_list("actor", "subject", "sealed").get() == ("system", "", "")
    with pytest.raises(DatabaseError, match="append-only"):
        delete_entries()

    MigrationExecutor(connection).migrate([("history", "0002_refuse_changes")])
    with pytest.raises(DatabaseError, match="append-only"):
        delete_entries()

    MigrationExecutor(connection).migrate([("history", None)])
    assert "history_entry" not in connection.introspection.table_names()
    MigrationExecutor(connection).migrate([("history", "0003_seal_what_is_personal")])
