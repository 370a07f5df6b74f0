import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rounds.web.kit.backup.manifest import (
    Part,
    TablePart,
    applied_migrations,
    manifest_from_json,
    new_manifest,
    pending_migrations,
)
from rounds.web.kit.refusal import Refusal

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)


@pytest.fixture
def manifest():
    part = Part("tables/a.B.jsonl", 7, "00")
    tables = [TablePart("a.B", ["id"], 1, 3, part)]
    return replace(new_manifest(at=AT, keys=["k"]), tables=tables, files=[part])


def test_a_manifest_reads_as_it_was_written(manifest):
    assert manifest_from_json(manifest.to_json().encode()) == manifest


def test_the_manifest_names_every_migration_and_none_is_pending(manifest):
    assert manifest.migrations == applied_migrations()
    assert "history.0003_seal_what_is_personal" in manifest.migrations
    assert pending_migrations() == []


@pytest.mark.parametrize(
    "text",
    ["", "[]", "7", "{}", '{"format": "rounds.backup/1"}', '{"format": "rounds.backup/1", "x": 1}'],
)
def test_what_is_no_manifest_is_damaged(text):
    with pytest.raises(Refusal) as refused:
        manifest_from_json(text.encode())

    assert refused.value.code == "backup_damaged"


def test_an_unknown_word_in_a_manifest_is_damage(manifest):
    told = json.loads(manifest.to_json()) | {"more": 1}
    with pytest.raises(Refusal):
        manifest_from_json(json.dumps(told).encode())


def test_another_format_is_named(manifest):
    told = json.loads(manifest.to_json()) | {"format": "rounds.backup/9"}
    with pytest.raises(Refusal) as refused:
        manifest_from_json(json.dumps(told).encode())

    assert (refused.value.code, "rounds.backup/9" in refused.value.sentence) == (
        "backup_format",
        True,
    )
