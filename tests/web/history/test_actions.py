from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from rounds.web.history.actions import forget, record, record_all
from rounds.web.history.models import Entry, SubjectKey
from rounds.web.history.queries import Told, lines_of

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


# ── what is told about a person ──────────────────────────────────────────────────────────────


def tell(subject="user:7", **payload):
    return record(
        actor="user:7", verb="told", object="profile:7", at=AT, payload=payload, subject=subject
    )


def whole_database():
    """Every value of the trail's tables as one text, as somebody with the file would see it."""
    rows = [*Entry.objects.values_list(), *SubjectKey.objects.values_list()]
    return str(rows)


@pytest.mark.django_db
def test_what_is_told_about_a_person_is_sealed_and_can_be_read():
    tell(passport="Ana María", born=date(1995, 5, 1))

    assert "Ana" not in whole_database()
    (line,) = lines_of(Entry.objects.all())
    assert (line.told, line.payload) == (
        Told.READABLE,
        {"passport": "Ana María", "born": "1995-05-01"},
    )


@pytest.mark.django_db
def test_a_person_has_one_key_and_each_person_another():
    tell(a=1)
    tell(a=2)
    tell(subject="user:8", a=3)

    assert sorted(SubjectKey.objects.values_list("subject", flat=True)) == ["user:7", "user:8"]
    assert len(set(SubjectKey.objects.values_list("sealed_key", flat=True))) == 2


@pytest.mark.django_db
def test_forgetting_a_person_leaves_who_did_what_and_nothing_of_what_it_told():
    tell(passport="Ana")
    tell(subject="user:8", passport="Omar")
    forget(subject="user:7", at=AT)

    ana, omar = lines_of(Entry.objects.order_by("id"))
    assert (ana.actor, ana.verb, ana.told, ana.payload) == ("user:7", "told", Told.FORGOTTEN, {})
    assert (omar.told, omar.payload) == (Told.READABLE, {"passport": "Omar"})
    key = SubjectKey.objects.get(subject="user:7")
    assert (key.sealed_key, key.destroyed_at) == ("", AT)


@pytest.mark.django_db
def test_nothing_more_is_kept_about_a_person_who_is_forgotten():
    forget(subject="user:7", at=AT)
    entry = tell(passport="Ana")

    assert (entry.payload, entry.sealed) == ({}, "")
    forget(subject="user:7", at=AT)
    assert SubjectKey.objects.count() == 1


def test_forgetting_outside_a_transaction_is_a_bug(committed):
    with pytest.raises(transaction.TransactionManagementError):
        forget(subject="user:7", at=AT)


def test_forgetting_that_is_rolled_back_forgets_nothing(committed):
    with transaction.atomic():
        tell(passport="Ana")
    with transaction.atomic():
        forget(subject="user:7", at=AT)
        transaction.set_rollback(True)

    (line,) = lines_of(Entry.objects.all())
    assert line.payload == {"passport": "Ana"}


@pytest.mark.django_db
def test_secrets_are_masked_before_they_are_kept():
    entry = record(
        actor="system", verb="sent", object="mail:1", at=AT, payload={"token": "abc", "to": "x"}
    )

    assert entry.payload == {"token": "•••", "to": "x"}


@pytest.mark.django_db
def test_many_things_are_recorded_at_once_in_their_order(django_assert_num_queries):
    told = [("site:1", {"token": "abc"}), ("site:2", {"name": "Mercy"})]
    with django_assert_num_queries(1):
        record_all(actor="user:7", verb="imported", at=AT, told=told)

    assert list(Entry.objects.order_by("id").values_list("object", "payload")) == [
        ("site:1", {"token": "•••"}), ("site:2", {"name": "Mercy"}),
    ]  # fmt: skip


def test_recording_many_outside_a_transaction_is_a_bug(committed):
    with pytest.raises(transaction.TransactionManagementError):
        record_all(actor="user:7", verb="imported", at=AT, told=[])
