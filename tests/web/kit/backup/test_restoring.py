import json
import shutil
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.contrib.contenttypes.models import ContentType

from rounds.web.accounts.models import StaffMember, User
from rounds.web.history.models import Entry
from rounds.web.history.queries import Told, lines_of
from rounds.web.kit.backup.restoring import keys_inside, restore_backup
from rounds.web.kit.backup.saving import save_backup
from rounds.web.kit.backup.tables import all_tables
from rounds.web.kit.backup.tables import lines_of as rows_of
from rounds.web.kit.refusal import Refusal

AT = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
OTHER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="


def everything():
    return {model._meta.label: list(rows_of(model)) for model in all_tables()}


def refused(place, **told):
    with pytest.raises(Refusal) as caught:
        restore_backup(place=place, **told)
    return caught.value.code, caught.value.sentence


def outcome_of(place):
    """The code of the refusal, which leaves nothing behind; or everything is there."""
    try:
        restore_backup(place=place)
    except Refusal as refusal:
        return refusal.code if not User.objects.exists() else "something was left"
    return "restored" if User.objects.count() == 1 else "something is missing"


def changed(place, alter):
    """The same backup with its parts altered, each part's check sum too or not."""
    other = place.with_name("changed.zip")
    with ZipFile(place) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    alter(parts)
    with ZipFile(other, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return other


def with_manifest(place, **told):
    def alter(parts):
        parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | told).encode()

    return changed(place, alter)


def test_a_restored_installation_is_equal_row_by_row_and_file_by_file(saved, emptied, settings):
    photo = (settings.MEDIA_ROOT / "sites/photo 1.jpg").read_bytes()
    before = everything()
    emptied()
    assert (User.objects.count(), Entry.objects.count()) == (0, 0)

    restore_backup(place=saved)
    assert everything() == before
    files = [p.relative_to(settings.MEDIA_ROOT).as_posix() for p in settings.MEDIA_ROOT.rglob("*")]
    assert sorted(files) == ["sites", "sites/photo 1.jpg"]
    assert (settings.MEDIA_ROOT / "sites/photo 1.jpg").read_bytes() == photo
    assert list(settings.MEDIA_ROOT.parent.glob("restoring-*")) == []


def test_what_is_derived_is_made_again_inside_the_same_transaction(saved, emptied):
    emptied()
    counts = []

    def fail():
        counts.append(User.objects.count())
        raise Refusal("no_index", "The index cannot be made.")

    assert refused(saved, then=[fail]) == ("no_index", "The index cannot be made.")
    assert (counts, User.objects.count()) == ([1], 0)


def test_what_was_sealed_is_readable_with_the_same_keys(saved, emptied):
    emptied()
    restore_backup(place=saved)

    sealed, _ = lines_of(Entry.objects.order_by("id"))
    assert (sealed.told, sealed.payload) == (Told.READABLE, {"born": "1995-05-01"})


def test_the_number_of_a_deleted_row_is_not_given_again(saved, emptied):
    emptied()
    restore_backup(place=saved)

    new = User.objects.create_user(email="new@b.example")
    assert new.pk == User.objects.get(email="ana@b.example").pk + 2  # the one between is gone


def test_kinds_of_things_are_looked_up_anew(saved, emptied):
    emptied()
    restore_backup(place=saved)

    assert ContentType.objects.get_for_model(User).model_class() is User


def test_a_backup_goes_into_an_empty_installation_only(saved):
    before = everything()
    code, sentence = refused(saved)

    assert code == "backup_unfit"
    assert sentence.startswith(
        "A backup goes into an empty database; there are rows in accounts.StaffMember, "
        "accounts.User, history.Entry, history.SubjectKey, outbox.Job. There are files in "
    )
    assert everything() == before


def test_without_the_data_keys_nothing_is_restored_unless_that_is_said(saved, emptied, settings):
    emptied()
    settings.DATA_KEYS = [OTHER_KEY]
    code, sentence = refused(saved)
    assert code == "backup_unfit"
    assert "add them to ROUNDS_DATA_KEYS. With --without-keys" in sentence
    assert User.objects.count() == 0

    restore_backup(place=saved, without_keys=True)
    assert [line.told for line in lines_of(Entry.objects.order_by("id"))] == [
        Told.KEY_MISSING,
        Told.READABLE,
    ]


def test_a_backup_with_its_keys_gives_them_back(lived_in, emptied, settings, tmp_path):
    keys, place = settings.DATA_KEYS, tmp_path / "with-keys.zip"
    save_backup(place=place, at=AT, keys=keys)
    emptied()
    settings.DATA_KEYS = [OTHER_KEY]

    assert "The backup holds them: ask for --keys-to FILE." in refused(place)[1]
    settings.DATA_KEYS = [OTHER_KEY, *keys_inside(place=place)]
    restore_backup(place=place)
    assert lines_of(Entry.objects.order_by("id"))[0].payload == {"born": "1995-05-01"}


def test_a_backup_without_its_keys_has_none_to_give(saved):
    with pytest.raises(Refusal) as caught:
        keys_inside(place=saved)

    assert caught.value.code == "backup_without_keys"


# ── files that are not as they should be ─────────────────────────────────────────────────────


def test_a_file_that_is_not_there_is_said(tmp_path):
    assert refused(tmp_path / "no.zip")[0] == "backup_missing"


def damage_table(parts):
    parts["tables/accounts.User.jsonl"] += b"\n"


def lose_table(parts):
    del parts["tables/accounts.User.jsonl"]


def add_part(parts):
    parts["media/more.txt"] = b"more"


def lose_manifest(parts):
    del parts["manifest.json"]


def break_manifest(parts):
    parts["manifest.json"] = parts["manifest.json"][:-9]


@pytest.mark.parametrize(
    "alter", [damage_table, lose_table, add_part, lose_manifest, break_manifest]
)
def test_a_damaged_backup_is_refused_and_changes_nothing(saved, emptied, alter):
    emptied()

    assert refused(changed(saved, alter))[0] == "backup_damaged"
    assert User.objects.count() == 0


@pytest.mark.parametrize("share", [0.2, 0.5, 0.99])
def test_a_backup_that_was_cut_off_is_refused(saved, emptied, share):
    emptied()
    data = saved.read_bytes()
    saved.write_bytes(data[: int(len(data) * share)])

    assert refused(saved)[0] == "backup_damaged"


def test_a_flipped_bit_is_noticed_wherever_it_stands(saved, emptied):
    emptied()
    data, outcomes = saved.read_bytes(), set()
    for position in range(0, len(data), max(1, len(data) // 25)):
        hurt = bytearray(data)
        hurt[position] ^= 0x10
        place = saved.with_name("hurt.zip")
        place.write_bytes(hurt)
        outcomes.add(outcome_of(place))
        if User.objects.exists():  # a bit that carries nothing, such as one of a part's date
            emptied()

    assert outcomes - {"backup_damaged", "backup_format", "backup_unfit"} <= {"restored"}
    assert "backup_damaged" in outcomes


def test_a_file_of_a_newer_format_is_refused_by_name(saved, emptied):
    emptied()
    code, sentence = refused(with_manifest(saved, format="rounds.backup/2"))

    assert code == "backup_format"
    assert "rounds.backup/2" in sentence


def test_a_backup_of_a_newer_rounds_asks_for_an_update(saved, emptied):
    emptied()
    with ZipFile(saved) as archive:
        migrations = json.loads(archive.read("manifest.json"))["migrations"]
    newer = with_manifest(saved, migrations=[*migrations, "accounts.0099_later"], rounds="9.9")
    assert refused(newer)[1] == "The backup is of a newer Rounds (9.9); update Rounds first."

    older = with_manifest(saved, migrations=migrations[1:], rounds="0.0")
    assert refused(older)[1] == (
        "The backup is of an older Rounds (0.0): restore it there, then update."
    )


def test_a_row_the_database_refuses_takes_back_everything(saved, emptied, settings):
    def alter(parts):
        manifest = json.loads(parts["manifest.json"])
        for table in manifest["tables"]:
            if table["label"] == "accounts.StaffMember":
                table["part"] |= parts_of(parts, "tables/accounts.StaffMember.jsonl")
        parts["manifest.json"] = json.dumps(manifest).encode()

    def parts_of(parts, name):
        from hashlib import sha256  # noqa: PLC0415 -- here alone

        parts[name] = parts[name].replace(b'"owner"', b'"emperor"')
        return {"size": len(parts[name]), "sha256": sha256(parts[name]).hexdigest()}

    emptied()
    code, sentence = refused(changed(saved, alter))

    assert code == "backup_row"
    assert sentence.startswith(
        "The database refuses a row of accounts.StaffMember between row 1 and row 1: "
    )
    assert (User.objects.count(), StaffMember.objects.count()) == (0, 0)
    assert ContentType.objects.count() > 0
    assert list(settings.MEDIA_ROOT.rglob("*")) == []
    assert list(settings.MEDIA_ROOT.parent.glob("restoring-*")) == []


def test_a_missing_file_for_the_uploads_is_made(saved, emptied, settings):
    emptied()
    shutil.rmtree(settings.MEDIA_ROOT)
    restore_backup(place=saved)

    assert (settings.MEDIA_ROOT / "sites/photo 1.jpg").exists()
