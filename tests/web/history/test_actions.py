from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from rounds.web.history.actions import record
from rounds.web.history.models import Entry

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.mark.django_db
def test_record_keeps_who_did_what_to_what_and_when():
    record(
        actor="coordinator:7",
        verb="accepted",
        object="booking:12",
        at=AT,
        payload={"starts": date(2027, 1, 4), "weeks": 4},
    )

    assert list(Entry.objects.values("actor", "verb", "object", "at", "payload")) == [
        {
            "actor": "coordinator:7",
            "verb": "accepted",
            "object": "booking:12",
            "at": AT,
            "payload": {"starts": "2027-01-04", "weeks": 4},
        }
    ]


def test_record_outside_a_transaction_is_a_bug(committed):
    with pytest.raises(transaction.TransactionManagementError):
        record(actor="system", verb="started", object="site", at=AT)


def test_what_is_rolled_back_leaves_no_entry(committed):
    with transaction.atomic():
        record(actor="system", verb="started", object="site", at=AT)
        transaction.set_rollback(True)

    assert Entry.objects.count() == 0


def test_what_is_committed_is_there(committed):
    with transaction.atomic():
        record(actor="system", verb="started", object="site", at=AT)

    assert Entry.objects.count() == 1
