import subprocess
import sys

from tests.cli.site_command import environment, migrated, run

PAGES = """
import django; django.setup()
import re
from django.test import Client
client = Client(SERVER_NAME="localhost")
found = client.get("/rotations/?q=neurology").content.decode()
slug = re.search(r'href="(/rotations/[^"?]+/)"', found.split("<article")[1])[1]
for page in (found, client.get(slug).content.decode()):
    print(re.sub(r"csrf[^>]*>", "", page))
"""


def pages_of(folder):
    """A search by words and the page of its first rotation."""
    return subprocess.run(
        [sys.executable, "-c", PAGES],
        env=environment(folder),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_a_backup_is_made_and_restored_elsewhere_with_the_same_pages(tmp_path):
    here, there = migrated(tmp_path / "here"), migrated(tmp_path / "there")
    status, _ = run(here, "demo", "--site")
    assert status == 0
    file = tmp_path / "rounds.zip"

    status, said = run(here, "backup", file)
    assert (status, file.exists()) == (0, True)
    assert "The data keys are not inside." in said
    assert file.stat().st_mode & 0o077 == 0
    status, said = run(there, "restore", file, "--without-keys")
    assert status == 0
    assert "are restored" in said
    assert pages_of(there) == pages_of(here)
    again = tmp_path / "again.zip"
    assert run(there, "backup", again)[0] == 0
    assert run(there, "demo", "--site") == (
        0, "The site has people already; nothing was added.",
    )  # fmt: skip


def test_a_file_that_is_there_is_not_overwritten(tmp_path):
    here = migrated(tmp_path / "here")
    file = tmp_path / "rounds.zip"
    file.write_text("precious", encoding="ascii")

    status, _ = run(here, "backup", file)
    assert (status, file.read_text(encoding="ascii")) == (2, "precious")
