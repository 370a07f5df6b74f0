"""The one verb of the audit trail: record."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from rounds.web.history.models import Entry


def record(
    *, actor: str, verb: str, object: str, at: datetime, payload: Mapping[str, object] | None = None
) -> Entry:
    """Add an entry inside the transaction that does the thing, so that both happen or neither."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "record() belongs inside the verb's transaction"
        )
    return Entry.objects.create(
        at=at, actor=actor, verb=verb, object=object, payload=dict(payload or {})
    )
