"""What a backup says about itself: its format, where it comes from, what it holds."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from importlib.metadata import version
from typing import Any  # Any: what a file says, before it is read

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from rounds.web.kit.refusal import Refusal

FORMAT, NAME = "rounds.backup/1", "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the file, by which damage is noticed."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TablePart:
    """The rows of one table: its columns in their order, and the last number it gave to a row."""

    label: str
    columns: list[str]
    rows: int
    last_id: int
    part: Part


@dataclass(frozen=True, slots=True)
class Manifest:
    """``keys`` names the data keys that open what is sealed; it does not hold them."""

    made_at: str
    rounds: str
    database: str
    migrations: list[str]
    keys: list[str]
    tables: list[TablePart] = field(default_factory=list)
    files: list[Part] = field(default_factory=list)
    holds_keys: bool = False

    def to_json(self) -> str:
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1)


def new_manifest(*, at: datetime, keys: list[str]) -> Manifest:
    return Manifest(
        made_at=at.isoformat(timespec="seconds"),
        rounds=version("rounds"),
        database=connection.vendor,
        migrations=applied_migrations(),
        keys=keys,
    )


def manifest_from_json(text: bytes) -> Manifest:
    """Refuses what is of another format or lacks a part."""
    try:
        told = json.loads(text)
        found = str(told.pop("format"))
    except (ValueError, KeyError, AttributeError, TypeError):
        raise _damaged() from None
    if found != FORMAT:
        raise Refusal(
            "backup_format",
            f"This backup has the format {found}; this version of Rounds reads {FORMAT}. "
            "Restore it with the version that made it, or a newer one.",
        )
    try:
        tables = [_table(table) for table in told.pop("tables")]
        files = [Part(**file) for file in told.pop("files")]
        return Manifest(**told, tables=tables, files=files)
    except (KeyError, TypeError):
        raise _damaged() from None


def applied_migrations() -> list[str]:
    """Which shape the tables have, as ``app.name``; what an app no longer has does not count."""
    known = MigrationLoader(None).disk_migrations or {}
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(".".join(one) for one in applied if one in known)


def pending_migrations() -> list[str]:
    known = MigrationLoader(None).disk_migrations or {}
    return sorted(set(map(".".join, known)) - set(applied_migrations()))


def _table(told: dict[str, Any]) -> TablePart:
    return TablePart(**{**told, "part": Part(**told["part"])})


def _damaged() -> Refusal:
    return Refusal(
        "backup_damaged", "This file is damaged or no backup of Rounds. Use another copy of it."
    )
