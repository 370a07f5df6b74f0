from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = "CREATE VIRTUAL TABLE catalog_words USING fts5(body, tokenize='unicode61')"
POSTGRESQL = (
    "CREATE INDEX catalog_words ON catalog_rotationtext USING gin (to_tsvector('simple', body))"
)


def add(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute(SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL)


def drop(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    kind = "TABLE" if editor.connection.vendor == "sqlite" else "INDEX"
    editor.execute(f"DROP {kind} IF EXISTS catalog_words")


class Migration(migrations.Migration):
    dependencies = [("catalog", "0002_create_search_tables")]
    operations = [migrations.RunPython(add, drop)]
