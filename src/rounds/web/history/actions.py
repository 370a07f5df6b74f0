"""The verbs of the audit trail: record what happened, forget what it told about a person."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from cryptography.fernet import Fernet
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from rounds.web.history.models import Entry, SubjectKey
from rounds.web.kit.crypto import seal, unseal
from rounds.web.kit.masks import masked

BATCH = 1000


def record(
    *,
    actor: str,
    verb: str,
    object: str,
    at: datetime,
    payload: Mapping[str, object] | None = None,
    subject: str = "",
) -> Entry:
    """Add an entry inside the transaction that does the thing, so that both happen or neither.

    With a ``subject`` (a person's ref) the payload is sealed with a key of that person alone.
    """
    _inside_a_transaction("record")
    told = masked(payload or {})
    return Entry.objects.create(
        at=at,
        actor=actor,
        verb=verb,
        object=object,
        subject=subject,
        payload={} if subject else told,
        sealed=_sealed(told, subject, at) if subject and told else "",
    )


def record_all(
    *, actor: str, verb: str, at: datetime, told: Iterable[tuple[str, Mapping[str, object]]]
) -> None:
    """Add an entry for each of many things at once: what happened to it, and its payload."""
    _inside_a_transaction("record_all")
    Entry.objects.bulk_create(
        (
            Entry(at=at, actor=actor, verb=verb, object=object, payload=masked(payload))
            for object, payload in told
        ),
        batch_size=BATCH,
    )


def forget(*, subject: str, at: datetime) -> None:
    """Destroy the person's key: who did what stays readable, what it told is gone for good."""
    _inside_a_transaction("forget")
    SubjectKey.objects.update_or_create(
        subject=subject,
        defaults={"sealed_key": "", "destroyed_at": at},
        create_defaults={"sealed_key": "", "destroyed_at": at, "made_at": at},
    )


def _sealed(told: Mapping[str, object], subject: str, at: datetime) -> str:
    """Nothing is kept of what would be told about a person who is already forgotten."""
    key, _ = SubjectKey.objects.get_or_create(
        subject=subject,
        defaults={"sealed_key": seal(Fernet.generate_key().decode("ascii")), "made_at": at},
    )
    if not key.sealed_key:
        return ""
    text = json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False)
    return Fernet(unseal(key.sealed_key)).encrypt(text.encode()).decode("ascii")


def _inside_a_transaction(verb: str) -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            f"{verb}() belongs inside the verb's transaction"
        )
