"""``rounds backup``: the whole installation in one file."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from rounds.cli.page import Page
from rounds.cli.site import load_site, need_tables
from rounds.core.planner.explain.words import counted

WITHOUT_KEYS = (
    "The data keys are not inside. Keep ROUNDS_DATA_KEYS in another safe place: without them, "
    "what history tells about people cannot be read after a restore."
)
WITH_KEYS = (
    "The data keys are inside: whoever has this file can read everything. Keep it locked away."
)


def backup(
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it; a new name.")],
    with_keys: Annotated[
        bool,
        typer.Option("--with-keys", metavar="", help="Put the data keys in as well; think twice."),
    ] = False,
) -> None:
    """All tables and all uploaded files of this installation in one file.

    It may be made while people work, shows one moment of the database, and is restored into
    SQLite or PostgreSQL by rounds restore.

    [bold]Examples[/bold]

    rounds backup /safe/place/rounds-2026-11-27.zip
    """
    load_site()
    need_tables()
    from django.conf import settings  # noqa: PLC0415 -- after load_site alone

    from rounds.web.kit.backup.saving import save_backup  # noqa: PLC0415 -- as above

    keys = settings.DATA_KEYS if with_keys else ()
    manifest = save_backup(place=file, at=datetime.now(UTC), keys=keys)
    rows = sum(table.rows for table in manifest.tables)
    page = Page()
    page.lead(
        f"{counted(rows, 'row')} of {counted(len(manifest.tables), 'table')} and "
        f"{counted(len(manifest.files), 'uploaded file')} are in {file}."
    )
    page.line(WITH_KEYS if with_keys else WITHOUT_KEYS)
