"""Restore a backup into an empty installation: all of it, or nothing."""

import json
import shutil
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import IO
from zipfile import BadZipFile, ZipFile

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction

from rounds.web.kit.backup.manifest import (
    NAME,
    Manifest,
    applied_migrations,
    manifest_from_json,
    pending_migrations,
)
from rounds.web.kit.backup.media import media_root, place_below, uploaded_files
from rounds.web.kit.backup.numbering import set_last_id
from rounds.web.kit.backup.saving import CHUNK, KEYS_NAME
from rounds.web.kit.backup.tables import Model, all_tables, load_lines
from rounds.web.kit.crypto import key_names
from rounds.web.kit.refusal import Refusal

MET_IN_DAMAGED_FILES = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError, TypeError),
)
MADE_BY_MIGRATE: tuple[Model, ...] = (Permission, ContentType)


def restore_backup(
    *, place: Path, without_keys: bool = False, then: Sequence[Callable[[], None]] = ()
) -> Manifest:
    """Everything that stands against it is told at once, before anything is written.

    ``then`` are verbs that make again what is derived from rows and is in no backup.
    """
    with _opened(place) as (archive, manifest):
        _refuse_unless_fit(manifest, without_keys=without_keys)
        _check_parts(archive, manifest)
        with _files_beside(archive, manifest) as files, transaction.atomic():
            _load(archive, manifest)
            for make_again in then:
                make_again()
            _move_in(files)
    ContentType.objects.clear_cache()
    return manifest


def keys_inside(*, place: Path) -> list[str]:
    """The data keys that a backup made with them holds."""
    with _opened(place) as (archive, manifest):
        if not manifest.holds_keys:
            raise Refusal("backup_without_keys", "This backup was made without its keys.")
        with _damage_told():
            return [str(key) for key in json.loads(archive.read(KEYS_NAME))["data_keys"]]


def missing_keys(manifest: Manifest) -> list[str]:
    """Names of keys that sealed something in the backup and are not in this installation."""
    return [name for name in manifest.keys if name not in key_names()]


@contextmanager
def _opened(place: Path) -> Iterator[tuple[ZipFile, Manifest]]:
    if not place.is_file():
        raise Refusal("backup_missing", f"There is no file {place}.")
    with _damage_told():
        archive = ZipFile(place)
    with archive:
        if NAME not in archive.namelist():
            raise _damaged("it has no table of contents")
        with _damage_told():
            contents = archive.read(NAME)
        yield archive, manifest_from_json(contents)


@contextmanager
def _damage_told() -> Iterator[None]:
    """Whatever a reader of ZIP files meets in a damaged one."""
    try:
        yield
    except MET_IN_DAMAGED_FILES as error:
        raise _damaged(str(error) or type(error).__name__) from error


# ── what must be right before ────────────────────────────────────────────────────────────────


def _refuse_unless_fit(manifest: Manifest, *, without_keys: bool) -> None:
    if pending_migrations():
        raise Refusal("backup_not_migrated", "First migrate: django-admin migrate.")
    reasons = [*_other_shape(manifest), *_what_is_there()]
    if not without_keys and (missing := missing_keys(manifest)):
        reasons.append(_key_reason(manifest, missing))
    if reasons:
        raise Refusal("backup_unfit", " ".join(reasons))


def _other_shape(manifest: Manifest) -> list[str]:
    theirs, ours = set(manifest.migrations), set(applied_migrations())
    if theirs - ours:
        return [f"The backup is of a newer Rounds ({manifest.rounds}); update Rounds first."]
    if ours - theirs:
        return [
            f"The backup is of an older Rounds ({manifest.rounds}): restore it there, then update."
        ]
    return []


def _what_is_there() -> list[str]:
    full = [
        model._meta.label
        for model in all_tables()
        if model not in MADE_BY_MIGRATE and model._base_manager.exists()
    ]
    reasons = []
    if full:
        shown = ", ".join(full[:5]) + (" and others" if len(full) > 5 else "")
        reasons.append(f"A backup goes into an empty database; there are rows in {shown}.")
    if any(True for _ in uploaded_files()):
        reasons.append(f"There are files in {media_root()}; move them away.")
    return reasons


def _key_reason(manifest: Manifest, missing: list[str]) -> str:
    inside = " The backup holds them: ask for --keys-to FILE." if manifest.holds_keys else ""
    return (
        f"What history tells about people was sealed with data keys that are not here (named "
        f"{', '.join(missing)}); add them to ROUNDS_DATA_KEYS.{inside} With --without-keys all "
        "else is restored, and the sealed part stays unreadable until they are added."
    )


def _check_parts(archive: ZipFile, manifest: Manifest) -> None:
    parts = [*(table.part for table in manifest.tables), *manifest.files]
    named = {NAME, *(part.name for part in parts)} | ({KEYS_NAME} if manifest.holds_keys else set())
    if set(archive.namelist()) != named or len(archive.namelist()) != len(named):
        raise _damaged("it holds other parts than it names")
    if [table.label for table in manifest.tables] != [m._meta.label for m in all_tables()]:
        raise _damaged("it names other tables than its version of Rounds has")
    for part in parts:
        with _damage_told(), archive.open(part.name) as member:
            found = _digest_of(member)
        if found != (part.size, part.sha256):
            raise _damaged(f"{part.name} is not as it was saved")
    for file in manifest.files:
        place_below(media_root(), file.name.removeprefix("media/"))


def _digest_of(member: IO[bytes]) -> tuple[int, str]:
    digest, size = sha256(), 0
    while piece := member.read(CHUNK):
        digest.update(piece)
        size += len(piece)
    return size, digest.hexdigest()


def _damaged(why: str) -> Refusal:
    return Refusal(
        "backup_damaged",
        f"This file is damaged or no backup of Rounds ({why}). Nothing was restored; use another "
        "copy of it.",
    )


# ── all of it or nothing ─────────────────────────────────────────────────────────────────────


def _load(archive: ZipFile, manifest: Manifest) -> None:
    for model in MADE_BY_MIGRATE:
        model._base_manager.all().delete()
    for table, model in zip(manifest.tables, all_tables(), strict=True):
        with archive.open(table.part.name) as member:
            load_lines(model, iter(member))
    try:
        connection.check_constraints()
    except IntegrityError as error:
        raise _damaged(" ".join(str(error).split())) from error
    for table, model in zip(manifest.tables, all_tables(), strict=True):
        set_last_id(model, table.last_id)


@contextmanager
def _files_beside(archive: ZipFile, manifest: Manifest) -> Iterator[Path]:
    """The files in a folder beside the one they will be in; gone when anything fails."""
    media_root().parent.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix="restoring-", dir=media_root().parent))
    try:
        for part in manifest.files:
            place = place_below(folder, part.name.removeprefix("media/"))
            place.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(part.name) as member, place.open("wb") as file:
                shutil.copyfileobj(member, file, CHUNK)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _move_in(files: Path) -> None:
    """The last step before the rows are committed: one rename, onto a folder without files."""
    if media_root().exists():
        shutil.rmtree(media_root())
    files.chmod(0o755)
    files.rename(media_root())
