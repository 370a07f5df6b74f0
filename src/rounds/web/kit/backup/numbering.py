"""The last number each table gave to a row: a number of a deleted row is never given again."""

from django.db import connection, models

from rounds.web.kit.backup.tables import Model


def last_id(model: Model) -> int:
    """0 for a table that numbers nothing."""
    if not isinstance(model._meta.pk, models.AutoField):
        return 0
    asked = _on_sqlite if connection.vendor == "sqlite" else _on_postgresql
    highest = model._base_manager.aggregate(highest=models.Max("pk"))["highest"]
    return max(asked(model), highest or 0)


def set_last_id(model: Model, number: int) -> None:
    if number == 0:
        return
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
            cursor.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number]
            )
        else:
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, %s), %s)",
                [table, _pk_column(model), number],
            )


def _on_sqlite(model: Model) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def _on_postgresql(model: Model) -> int:
    named = [model._meta.db_table, _pk_column(model)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COALESCE(pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass), 0)",
            named,
        )
        (number,) = cursor.fetchone()
    return int(number)


def _pk_column(model: Model) -> str:
    return str(model._meta.pk.column)
