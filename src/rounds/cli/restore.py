"""``rounds restore``: a backup into an empty installation."""

from pathlib import Path
from typing import Annotated

import typer

from rounds.cli.options import cannot_write
from rounds.cli.page import Page
from rounds.cli.site import load_site, need_tables
from rounds.core.planner.explain.words import counted


def restore(
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of rounds backup.")],
    without_keys: Annotated[
        bool,
        typer.Option(
            "--without-keys",
            metavar="",
            help="Restore although data keys are missing; the sealed part stays unreadable.",
        ),
    ] = False,
    keys_to: Annotated[
        Path | None,
        typer.Option(
            "--keys-to",
            metavar="FILE",
            help="Only write the data keys that the backup holds to a file, for ROUNDS_DATA_KEYS.",
        ),
    ] = None,
) -> None:
    """Put a backup into an empty, migrated installation: all of it, or nothing.

    Stop the site and its workers before. The database may be another one than the backup's.

    [bold]Examples[/bold]

    rounds restore /safe/place/rounds-2026-11-27.zip
    """
    load_site()
    if keys_to is not None:
        _write_keys(file, keys_to)
        return
    need_tables()
    from rounds.web.kit.backup.restoring import (  # noqa: PLC0415 -- after load_site alone
        missing_keys,
        restore_backup,
    )

    manifest = restore_backup(place=file, without_keys=without_keys)
    _build_search_anew()
    rows = sum(table.rows for table in manifest.tables)
    page = Page()
    page.lead(
        f"{counted(rows, 'row')} of {counted(len(manifest.tables), 'table')} and "
        f"{counted(len(manifest.files), 'uploaded file')} are restored."
    )
    if missing := missing_keys(manifest):
        page.line(
            f"What history tells about people stays sealed: add the data keys named "
            f"{', '.join(missing)} to ROUNDS_DATA_KEYS."
        )


def _build_search_anew() -> None:
    """The index of words belongs to the database and is in no backup."""
    from django.db import transaction  # noqa: PLC0415 -- after load_site alone

    from rounds.web.catalog.actions.search_index import refresh  # noqa: PLC0415 -- as above
    from rounds.web.catalog.models import Rotation  # noqa: PLC0415 -- as above

    with transaction.atomic():
        refresh(rotations=list(Rotation.objects.values_list("pk", flat=True)))


def _write_keys(file: Path, place: Path) -> None:
    from rounds.web.kit.backup.restoring import keys_inside  # noqa: PLC0415 -- after load_site

    keys = keys_inside(place=file)
    try:
        place.touch(mode=0o600, exist_ok=False)
        place.write_text(",".join(keys) + "\n", encoding="ascii")
    except OSError as error:
        raise cannot_write("--keys-to", place, error) from error
    Page().lead(f"{counted(len(keys), 'data key')} of the backup are in {place}.")
