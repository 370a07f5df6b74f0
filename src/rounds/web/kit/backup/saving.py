"""Write a backup: every table as of one moment, then the files, then what it all is."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

from rounds.web.kit.backup.manifest import NAME, Manifest, Part, TablePart, new_manifest
from rounds.web.kit.backup.media import uploaded_files
from rounds.web.kit.backup.numbering import last_id
from rounds.web.kit.backup.tables import Model, all_tables, columns_of, lines_of
from rounds.web.kit.crypto import key_names
from rounds.web.kit.refusal import Refusal

KEYS_NAME = "keys.json"
CHUNK = 1 << 20


def save_backup(*, place: Path, at: datetime, keys: Sequence[str] = ()) -> Manifest:
    """The file appears when it is whole, for its owner alone; the data keys go in if given."""
    if place.exists():
        raise Refusal("backup_exists", f"{place} is there already. Choose another name.")
    draft = place.with_name(f"{place.name}.part")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    try:
        with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
            manifest = _write(archive, at, keys)
        draft.rename(place)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


def _write(archive: ZipFile, at: datetime, keys: Sequence[str]) -> Manifest:
    with one_moment():
        start = new_manifest(at=at, keys=key_names())
        tables = [_write_table(archive, model) for model in all_tables()]
    files = [_write_file(archive, name, place) for name, place in uploaded_files()]
    if keys:
        archive.writestr(KEYS_NAME, json.dumps({"data_keys": list(keys)}))
    manifest = replace(start, tables=tables, files=files, holds_keys=bool(keys))
    archive.writestr(NAME, manifest.to_json())
    return manifest


def _write_table(archive: ZipFile, model: Model) -> TablePart:
    rows = 0

    def counted() -> Iterator[bytes]:
        nonlocal rows
        for line in lines_of(model):
            rows += 1
            yield line

    info = ZipInfo(f"tables/{model._meta.label}.jsonl")
    info.compress_type = ZIP_DEFLATED
    part = _write_part(archive, info, counted())
    columns = [field.attname for field in columns_of(model)]
    return TablePart(model._meta.label, columns, rows, last_id(model), part)


def _write_file(archive: ZipFile, name: str, place: Path) -> Part:
    info = ZipInfo(f"media/{name}")
    info.compress_type = ZIP_STORED  # pictures and documents are compressed already
    with place.open("rb") as file:
        return _write_part(archive, info, iter(lambda: file.read(CHUNK), b""))


def _write_part(archive: ZipFile, info: ZipInfo, pieces: Iterable[bytes]) -> Part:
    digest, size = sha256(), 0
    with archive.open(info, "w", force_zip64=True) as member:
        for piece in pieces:
            member.write(piece)
            digest.update(piece)
            size += len(piece)
    return Part(info.filename, size, digest.hexdigest())


@contextmanager
def one_moment() -> Iterator[None]:
    """Reads all see the same state of the database, and nobody is kept from writing."""
    if connection.vendor == "sqlite":
        with _reading_on_sqlite(connections[DEFAULT_DB_ALIAS]), transaction.atomic():
            yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@contextmanager
def _reading_on_sqlite(sqlite: Any) -> Iterator[None]:  # Any: its own attribute below
    """Transactions here begin as readers; elsewhere each begins as the one that may write."""
    sqlite.ensure_connection()
    usual, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"
    try:
        yield
    finally:
        sqlite.transaction_mode = usual
