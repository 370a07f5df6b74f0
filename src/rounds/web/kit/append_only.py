"""A migration operation that makes a table append-only: triggers refuse UPDATE and DELETE."""

from functools import partial

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

EVENTS = ("UPDATE", "DELETE")

SQLITE_TRIGGER = """
    CREATE TRIGGER {table}_refuses_{event} BEFORE {event} ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRESQL_FUNCTION = """
    CREATE FUNCTION {table}_refuses() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'restrict_violation'; END $$
"""
POSTGRESQL_TRIGGER = """
    CREATE TRIGGER {table}_refuses_{event} BEFORE {event} ON {table}
    FOR EACH ROW EXECUTE FUNCTION {table}_refuses()
"""


def refuse_changes(table: str) -> RunPython:
    """Reversible; each database gets its own triggers, both the same message."""
    return RunPython(partial(_add, table), partial(_drop, table))


def allow_changes(table: str) -> RunPython:
    """The way back, for migrations that alter an append-only table: SQLite rebuilds it then."""
    return RunPython(partial(_drop, table), partial(_add, table))


def _add(table: str, _apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    in_sqlite = editor.connection.vendor == "sqlite"
    if not in_sqlite:
        editor.execute(POSTGRESQL_FUNCTION.format(table=table))
    template = SQLITE_TRIGGER if in_sqlite else POSTGRESQL_TRIGGER
    for event in EVENTS:
        editor.execute(template.format(table=table, event=event))


def _drop(table: str, _apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    in_sqlite = editor.connection.vendor == "sqlite"
    for event in EVENTS:
        drop = f"DROP TRIGGER IF EXISTS {table}_refuses_{event}"
        editor.execute(drop if in_sqlite else f"{drop} ON {table}")
    if not in_sqlite:
        editor.execute(f"DROP FUNCTION IF EXISTS {table}_refuses()")
