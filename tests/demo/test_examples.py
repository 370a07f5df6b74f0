"""``examples/``: made files are what the code makes, hand-written ones load, plans follow."""

from datetime import date
from pathlib import Path

import pytest

from rounds.core.applicant_file import read_applicant
from rounds.core.eligibility.program_file import read_programs
from rounds.core.legality.decision_file import read_agency_decisions
from rounds.core.legality.rulebook import read_rulebook
from rounds.core.planner.offer_file import read_offers
from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem
from rounds.core.planner.solve import solve
from rounds.data import shipped_text
from rounds.demo.examples import example_files, write_examples
from rounds.demo.world import world

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MADE_ON = date(2026, 11, 22)


def text(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


def test_the_made_examples_are_what_the_code_makes():
    stale = [name for name, made in example_files(on=MADE_ON) if text(name) != made]

    assert stale == []


def test_refreshing_writes_the_made_files(tmp_path: Path):
    write_examples(tmp_path, on=MADE_ON)

    names = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.*"))
    assert names == [
        "applicants/citizen.toml",
        "applicants/resident.toml",
        "applicants/student.toml",
        "applicants/visitor.toml",
        "decisions.toml",
        "offers.csv",
    ]


def test_the_examples_are_small_enough_to_read():
    assert len(read_offers(text("offers.csv"), "offers.csv")) == 24
    assert len(read_offers(text("offers.toml"), "offers.toml")) == 3
    assert len(read_programs(text("programs.toml"), "programs.toml")) == 12


def plan(key: str) -> Plan:
    whole = world(on=MADE_ON)
    book = read_rulebook(
        shipped_text("legality/immigration.toml"), shipped_text("legality/states.toml")
    )
    return solve(
        Problem(
            read_applicant(text(f"applicants/{key}.toml"), key),
            whole.season,
            read_programs(text("programs.toml"), "programs.toml"),
            read_offers(text("offers.csv"), "offers.csv"),
            book.with_decisions(read_agency_decisions(text("decisions.toml"), "decisions.toml")),
            whole.person(key).wishes,
        )
    )


@pytest.mark.parametrize(
    ("key", "rotations", "doors", "dollars"),
    [
        ("visitor", ["LARK3", "QUILL3"], 4, "2,709.60"),
        ("resident", ["HAZEL1", "LARK3", "QUILL3"], 4, "6,781.88"),
        ("student", ["LARK3", "QUILL3", "VELVET4"], 5, "6,675.52"),
        ("citizen", ["ACORN3", "LARK3", "QUILL3"], 7, "4,243.44"),
    ],
)
def test_the_example_plans_are_those_the_readme_follows(key, rotations, doors, dollars):
    """Worked out by hand in examples/README.md."""
    found = plan(key)

    assert found.is_proven
    assert sorted(term.code.split("-")[0] for term in found.terms) == rotations
    assert found.sure_doors == doors
    assert f"{found.cost // 100:,}.{found.cost % 100:02d}" == dollars
    assert dollars in text("README.md")
