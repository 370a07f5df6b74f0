from tests.cli.site_command import migrated, run


def test_what_is_no_backup_is_refused_in_words(tmp_path):
    here = migrated(tmp_path / "here")
    file = tmp_path / "photo.zip"
    file.write_bytes(b"PK not a backup")

    status, said = run(here, "restore", file)
    assert status == 2
    assert "Traceback" not in said


def test_a_site_with_people_is_not_restored_over(tmp_path):
    here = migrated(tmp_path / "here")
    run(here, "demo", "--site")
    file = tmp_path / "rounds.zip"
    run(here, "backup", file)

    status, said = run(here, "restore", file)
    assert status == 2
    assert "empty" in said
