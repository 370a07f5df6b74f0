from datetime import UTC, datetime

import pytest

from rounds.web.history.actions import record
from rounds.web.history.models import Entry
from rounds.web.history.queries import (
    Told,
    entries_about,
    entries_of_kind,
    entries_of_person,
    lines_of,
)


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
def test_entries_about_a_thing_come_oldest_first_in_one_query(rows, django_assert_num_queries):
    for hour in reversed(range(rows)):
        at = datetime(2026, 11, 22, hour, tzinfo=UTC)
        record(actor="system", verb=f"did-{hour}", object="booking:12", at=at)
    record(actor="system", verb="did", object="booking:13", at=datetime(2026, 1, 1, tzinfo=UTC))

    with django_assert_num_queries(1):
        verbs = [entry.verb for entry in entries_about(object="booking:12")]

    assert verbs == [f"did-{hour}" for hour in range(rows)]


AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.django_db
def test_entries_of_a_kind_come_newest_first_and_other_kinds_stay_away():
    for number, thing in enumerate(["term:1", "term:2", "terms:3", "rotation:1", "term"]):
        at = AT.replace(hour=number)
        record(actor="system", verb="did", object=thing, at=at)

    assert [entry.object for entry in entries_of_kind(kind="term")] == ["term:2", "term:1"]


@pytest.mark.django_db
def test_entries_of_a_person_are_those_that_tell_about_the_person():
    for subject in ("user:7", "user:70", ""):
        record(actor="user:7", verb="did", object="x:1", at=AT, payload={"a": 1}, subject=subject)

    assert [e.subject for e in entries_of_person(subject="user:7")] == ["user:7"]


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
def test_sealed_lines_are_opened_in_two_queries(rows, django_assert_num_queries):
    for number in range(rows):
        subject = f"user:{number}"
        record(
            actor=subject, verb="told", object="x:1", at=AT, payload={"n": number}, subject=subject
        )
    record(actor="system", verb="did", object="x:1", at=AT, payload={"open": True})

    with django_assert_num_queries(2):
        lines = lines_of(entries_about(object="x:1"))
    assert [line.payload for line in lines] == [
        *({"n": number} for number in range(rows)),
        {"open": True},
    ]


@pytest.mark.django_db
def test_lines_without_anything_sealed_need_one_query(django_assert_num_queries):
    record(actor="system", verb="did", object="x:1", at=AT)

    with django_assert_num_queries(1):
        (line,) = lines_of(entries_about(object="x:1"))
    assert (line.told, line.payload) == (Told.READABLE, {})


@pytest.mark.django_db
def test_without_the_installations_key_a_line_says_so_and_tells_nothing(settings):
    record(actor="user:7", verb="told", object="x:1", at=AT, payload={"a": 1}, subject="user:7")
    settings.DATA_KEYS = ["MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="]

    (line,) = lines_of(Entry.objects.all())
    assert (line.verb, line.told, line.payload) == ("told", Told.KEY_MISSING, {})
