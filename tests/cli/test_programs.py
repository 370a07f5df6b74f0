import pytest

from tests.cli.site_command import migrated, run
from tests.web.programs.makers import program_text


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return migrated(tmp_path_factory.mktemp("site"))


def test_the_older_programs_are_imported_once(site):
    first = run(site, "programs", "import", "--older-programs")
    again = run(site, "programs", "import", "--older-programs")

    assert first == (
        0,
        "35 programs: 35 new, 0 changed, 0 as before, 0 left as the desk wrote them.",
    )
    assert again[1].startswith("35 programs: 0 new, 0 changed, 35 as before")


def test_a_look_changes_nothing(site, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(program_text("mine"), "utf-8")

    looked = [run(site, "programs", "import", file, "--look") for _ in range(2)]
    assert looked[0] == looked[1]
    assert looked[0][1].startswith("1 program: 1 new,")
    assert looked[0][1].endswith("Nothing was written.")


def test_everything_wrong_is_said_and_nothing_is_written(site, tmp_path):
    (tmp_path / "one.toml").write_text(program_text("twice", specialty="sorcery"), "utf-8")
    (tmp_path / "two.toml").write_text(program_text("twice"), "utf-8")
    (tmp_path / "three.toml").write_text(program_text("twice"), "utf-8")

    status, said = run(site, "programs", "import", tmp_path)
    assert status == 2
    assert "sorcery" in said
    assert "the program twice is given twice; keep one." in said
    assert "Traceback" not in said


def test_an_import_of_nothing_says_what_is_needed(run):
    result = run("programs", "import")

    assert result.exit_code == 2
    assert "--older-programs" in result.stderr
