"""An installation with something in it, and the same installation emptied."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction

from rounds.web.accounts.models import StaffMember, StaffRole, User
from rounds.web.history.actions import record
from rounds.web.kit.append_only import refuse_changes
from rounds.web.kit.backup.saving import save_backup
from rounds.web.outbox.actions import enqueue_mail

AT = datetime(2026, 11, 27, 9, 30, 15, 123456, tzinfo=UTC)


@pytest.fixture
def lived_in(committed, settings, tmp_path):
    """People, history (sealed too), waiting mail and an uploaded file."""
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "sites").mkdir(parents=True)
    (settings.MEDIA_ROOT / "sites/photo 1.jpg").write_bytes(bytes(range(256)) * 9)
    with transaction.atomic():
        ana = User.objects.create_user(email="ana@b.example", name="Ana María 你好")
        gone = User.objects.create_user(email="gone@b.example")
        StaffMember.objects.create(user=ana, role=StaffRole.OWNER, since=AT)
        told = {"born": "1995-05-01"}
        record(actor=ana.ref, verb="told", object="x:1", at=AT, payload=told, subject=ana.ref)
        record(actor="system", verb="did", object="x:1", at=AT, payload={"n": [1, None, "é"]})
        enqueue_mail(key="one", to="ana@b.example", subject="S", text="line\nline")
        gone.delete()
    return gone


@pytest.fixture
def saved(lived_in, tmp_path):
    place = tmp_path / "backup.zip"
    save_backup(place=place, at=AT)
    return place


@pytest.fixture
def emptied(append_only_tables, settings):
    """A verb: take everything out, as if the installation had just been migrated."""

    def empty():
        with connection.schema_editor() as editor:
            for operation in map(refuse_changes, append_only_tables):
                operation.reverse_code(apps, editor)
        call_command("flush", verbosity=0, interactive=False)
        with connection.schema_editor() as editor:
            for operation in map(refuse_changes, append_only_tables):
                operation.code(apps, editor)
        for place in sorted(settings.MEDIA_ROOT.rglob("*"), reverse=True):
            place.rmdir() if place.is_dir() else place.unlink()

    return empty
