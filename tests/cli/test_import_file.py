import pytest

from tests.cli.site_command import migrated, run
from tests.web.catalog.importers import test_cms

NOOR = ("--by", "coordinator@lantern-bridge.example")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = migrated(tmp_path_factory.mktemp("site"))
    assert run(folder, "demo", "--site")[0] == 0
    return folder


@pytest.fixture
def hospitals(tmp_path):
    file = tmp_path / "cms.csv"
    rows = [test_cms.with_cells(ccn="990001"), test_cms.with_cells(ccn="1001")]
    file.write_bytes(test_cms.file_of(*rows))
    return file


def test_a_file_is_looked_at_first_and_then_applied_once(site, hospitals):
    status, said = run(site, "import", hospitals, "--kind", "hospitals", *NOOR)
    assert (status, "1 would be new" in said, "1 are refused" in said) == (0, True, True)
    assert "line 3" in said
    assert "Nothing was written" in said

    status, said = run(site, "import", hospitals, "--kind", "hospitals", *NOOR, "--apply")
    assert (status, "1 were new" in said) == (0, True)
    _, said = run(site, "import", hospitals, "--kind", "hospitals", *NOOR)
    assert "1 change nothing" in said


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--kind", "hospitals", "--by", "ana@nobody.example"), "no owner or coordinator"),
        (("--kind", "listings", *NOOR), "--source NAME"),
        (("--kind", "terms", *NOOR), "These columns are missing"),
    ],
)
def test_what_is_missing_is_said(site, hospitals, more, says):
    status, said = run(site, "import", hospitals, *more)

    assert status == 2
    assert says in said


def test_a_file_that_is_not_there_is_said(tmp_path):
    status, said = run(tmp_path, "import", tmp_path / "none.csv", "--kind", "terms", *NOOR)

    assert status == 2
    assert "cannot be read" in said
