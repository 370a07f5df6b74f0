"""Named reads of the audit trail."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from cryptography.fernet import Fernet, InvalidToken
from django.db.models import QuerySet

from rounds.web.history.models import Entry, SubjectKey
from rounds.web.kit.crypto import Unreadable, unseal

Payload: TypeAlias = Mapping[str, object]


class Told(StrEnum):
    """Whether what an entry told can still be read."""

    READABLE = "readable"
    FORGOTTEN = "forgotten"
    KEY_MISSING = "key_missing"


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as people read it; ``payload`` is empty unless ``told`` is readable."""

    at: datetime
    actor: str
    verb: str
    object: str
    subject: str
    told: Told
    payload: Payload


def entries_about(*, object: str) -> QuerySet[Entry]:
    """Everything that happened to one thing, oldest first."""
    return Entry.objects.filter(object=object).order_by("at", "id")


def entries_of_kind(*, kind: str) -> QuerySet[Entry]:
    """Everything that happened to things of one kind (``rotation``), newest first."""
    return Entry.objects.filter(object__startswith=f"{kind}:").order_by("-at", "-id")


def entries_of_person(*, subject: str) -> QuerySet[Entry]:
    """Everything that told something about one person, oldest first."""
    return Entry.objects.filter(subject=subject).order_by("at", "id")


def lines_of(entries: Iterable[Entry]) -> list[Line]:
    """A page of entries with what was sealed opened, in one more query at most."""
    rows = list(entries)
    keys = _keys_of({row.subject for row in rows if row.sealed})
    return [_line(row, keys) for row in rows]


def _keys_of(subjects: set[str]) -> dict[str, str]:
    if not subjects:
        return {}
    found = SubjectKey.objects.filter(subject__in=subjects)
    return dict(found.values_list("subject", "sealed_key"))


def _line(row: Entry, keys: Mapping[str, str]) -> Line:
    told, payload = Told.READABLE, row.payload
    if row.sealed:
        told, payload = _opened(row.sealed, keys.get(row.subject, ""))
    return Line(row.at, row.actor, row.verb, row.object, row.subject, told, payload)


def _opened(sealed: str, sealed_key: str) -> tuple[Told, dict[str, object]]:
    if not sealed_key:
        return Told.FORGOTTEN, {}
    try:
        return Told.READABLE, json.loads(Fernet(unseal(sealed_key)).decrypt(sealed))
    except (Unreadable, InvalidToken):
        return Told.KEY_MISSING, {}
