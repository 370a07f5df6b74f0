import json
import stat
import threading
from datetime import UTC, datetime
from hashlib import sha256
from zipfile import ZipFile

import pytest
from django.db import connection, transaction

from rounds.web.accounts.models import User
from rounds.web.kit.backup.saving import one_moment, save_backup
from rounds.web.kit.refusal import Refusal

AT = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)


def test_a_backup_holds_each_table_each_file_and_what_they_are(saved):
    with ZipFile(saved) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        names = sorted(archive.namelist())
        users = [json.loads(line) for line in archive.open("tables/accounts.User.jsonl")]
        photo = archive.read("media/sites/photo 1.jpg")

    table = next(one for one in manifest["tables"] if one["label"] == "accounts.User")
    assert [dict(zip(table["columns"], row, strict=True))["name"] for row in users] == [
        "Ana María 你好"
    ]
    assert (table["rows"], table["last_id"]) == (1, users[0][0] + 1)
    (file,) = manifest["files"]
    assert file == {
        "name": "media/sites/photo 1.jpg",
        "size": len(photo),
        "sha256": sha256(photo).hexdigest(),
    }
    parts = [one["part"]["name"] for one in manifest["tables"]]
    assert names == sorted([*parts, file["name"], "manifest.json"])


def test_a_backup_is_for_its_owner_alone_and_holds_no_key(saved, settings):
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    with ZipFile(saved) as archive:
        everything = b"".join(map(archive.read, archive.namelist()))
    assert settings.DATA_KEYS[0].encode() not in everything
    assert b"1995-05-01" not in everything


def test_keys_go_in_when_they_are_given(lived_in, settings, tmp_path):
    manifest = save_backup(place=tmp_path / "b.zip", at=AT, keys=settings.DATA_KEYS)

    assert manifest.holds_keys is True
    with ZipFile(tmp_path / "b.zip") as archive:
        assert json.loads(archive.read("keys.json")) == {"data_keys": settings.DATA_KEYS}


def test_nothing_is_written_over(saved):
    before = saved.read_bytes()
    with pytest.raises(Refusal) as refused:
        save_backup(place=saved, at=AT)

    assert refused.value.code == "backup_exists"
    assert saved.read_bytes() == before


def test_a_backup_that_fails_leaves_no_file(lived_in, tmp_path, settings):
    unreadable = settings.MEDIA_ROOT / "sites/photo 1.jpg"
    folder = tmp_path / "backups"
    folder.mkdir()
    settings.DATA_KEYS = [1]  # whatever goes wrong in the middle
    with pytest.raises(AttributeError):
        save_backup(place=folder / "b.zip", at=AT)

    assert unreadable.exists()
    assert list(folder.iterdir()) == []


def test_who_writes_meanwhile_is_not_kept_waiting_and_not_seen(committed):
    def sign_up():
        with transaction.atomic():
            User.objects.create_user(email="late@b.example")
        connection.close()

    with one_moment():
        before = User.objects.count()
        thread = threading.Thread(target=sign_up)
        thread.start()
        thread.join(timeout=5)
        assert not thread.is_alive()
        assert User.objects.count() == before == 0

    assert User.objects.count() == 1
