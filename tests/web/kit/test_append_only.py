import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from rounds.web.kit.append_only import allow_changes, refuse_changes

pytestmark = pytest.mark.django_db


@pytest.fixture
def notes():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE notes (word varchar(20))")
        cursor.execute("INSERT INTO notes VALUES ('first')")


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def words() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM notes ORDER BY word")
        return [word for (word,) in cursor.fetchall()]


def apply(code) -> None:
    code(apps, connection.schema_editor())  # inside the test's own transaction


@pytest.mark.parametrize("change", ["UPDATE notes SET word = 'other'", "DELETE FROM notes"])
def test_a_row_cannot_be_changed_and_the_database_says_why(notes, change):
    apply(refuse_changes("notes").code)

    with pytest.raises(DatabaseError, match="notes is append-only"):
        run(change)

    assert words() == ["first"]


def test_rows_can_still_be_added(notes):
    apply(refuse_changes("notes").code)

    run("INSERT INTO notes VALUES ('second')")

    assert words() == ["first", "second"]


def test_the_operation_is_reversible(notes):
    operation = refuse_changes("notes")
    apply(operation.code)
    apply(operation.reverse_code)

    run("UPDATE notes SET word = 'other'")

    assert words() == ["other"]


def test_the_way_back_is_an_operation_too(notes):
    apply(refuse_changes("notes").code)
    operation = allow_changes("notes")
    apply(operation.code)
    run("UPDATE notes SET word = 'other'")

    apply(operation.reverse_code)
    with pytest.raises(DatabaseError, match="notes is append-only"):
        run("UPDATE notes SET word = 'third'")
    assert words() == ["other"]
