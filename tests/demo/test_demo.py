"""The demo world as others import it."""

from datetime import date
from pathlib import Path

from rounds.core.applicant_file import read_applicant
from rounds.core.eligibility.program_file import read_programs
from rounds.core.legality.decision_file import read_agency_decisions
from rounds.core.planner.offer_file import read_offers
from rounds.demo import world, write_world

ON = date(2026, 11, 22)


def test_the_written_files_read_back_as_the_world(tmp_path: Path):
    made = world(on=ON)

    paths = write_world(tmp_path / "new" / "folder", on=ON)

    texts = {
        path.relative_to(tmp_path / "new" / "folder").as_posix(): path.read_text("utf-8")
        for path in paths
    }
    assert texts == dict(made.files)
    assert read_programs(texts["programs.toml"], "programs.toml") == made.programs
    assert read_offers(texts["offers.csv"], "offers.csv") == made.terms
    assert read_agency_decisions(texts["decisions.toml"], "decisions.toml") == made.decisions
    assert [read_applicant(texts[one.file], one.file) for one in made.people] == [
        one.facts for one in made.people
    ]
