import pytest

from rounds.web.kit.backup.media import place_below, uploaded_files
from rounds.web.kit.refusal import Refusal


def test_files_are_found_in_every_folder_and_links_are_not_followed(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    assert list(uploaded_files()) == []
    (settings.MEDIA_ROOT / "a/b").mkdir(parents=True)
    (settings.MEDIA_ROOT / "a/b/one.txt").write_text("1")
    (settings.MEDIA_ROOT / "two.txt").write_text("2")
    (settings.MEDIA_ROOT / "link").symlink_to("/etc/hostname")

    assert [name for name, _ in uploaded_files()] == ["a/b/one.txt", "two.txt"]


def test_a_name_leads_below_the_folder(tmp_path):
    assert place_below(tmp_path, "a/b 1.txt") == tmp_path / "a" / "b 1.txt"


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../x", "a/../../x", "a\\..\\x", "a\0"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path, name):
    with pytest.raises(Refusal) as refused:
        place_below(tmp_path, name)

    assert refused.value.code == "backup_damaged"
