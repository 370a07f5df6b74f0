from datetime import date

import pytest

from rounds.core.eligibility.assess import assess
from rounds.core.errors import BadInput
from rounds.core.facts import ApplicantFacts
from rounds.core.vocabulary import Door
from rounds.data import shipped_names, shipped_text
from rounds.web.dossier.bridge import next_season
from rounds.web.programs.bridge.content import (
    content_of,
    program_with,
    program_without_rules,
    table_of,
    tables_told,
)
from rounds.web.programs.models import Program, RequirementVersion
from tests.web.programs.makers import imported, make_bare_program, program_text

SINCE = """
[[program.requirement]]
id = "since"
topic = "experience"
modality = "required"
rule = { clinical_experience = { weeks = 4, since = 2024-01-31 } }
"""


def kept(text):
    imported(text)
    version = RequirementVersion.objects.get()
    return Program.objects.get(), version


@pytest.mark.django_db
@pytest.mark.parametrize("name", shipped_names("programs/older"))
def test_every_shipped_program_comes_back_from_the_database_as_it_was_read(name):
    (told,) = tables_told(shipped_text(name), name)
    row, version = kept(shipped_text(name))

    assert program_with(row, version) == told.program


@pytest.mark.django_db
def test_a_day_in_a_tree_is_a_day_again():
    text = program_text(rules=SINCE)
    row, version = kept(text)

    (told,) = tables_told(text, "programs.toml")
    rule = version.content["requirement"][0]["rule"]
    assert rule == {"clinical_experience": {"weeks": 4, "since": "2024-01-31"}}
    assert program_with(row, version) == told.program
    assert told.program.requirements[0].rule.since == date(2024, 1, 31)


def test_a_day_that_is_none_is_a_finding_and_no_fault():
    program = Program(code="a", name="A", specialty="urology", state_code="NY")
    version = RequirementVersion(
        source_url="https://a.example", via="live page", read_on="2026-11",
        content={"requirement": [{
            "id": "x", "topic": "experience", "modality": "required",
            "rule": {"clinical_experience": {"since": "2024-02-31"}},
        }]},
    )  # fmt: skip
    with pytest.raises(BadInput) as refused:
        program_with(program, version)

    assert [one.key for one in refused.value.problems] == [
        "requirement[0].rule.clinical_experience.since"
    ]


def test_what_names_a_program_is_no_part_of_its_rules():
    assert content_of({"id": "a", "name": "A", "source": "b", "notes": ["c"]}) == {"notes": ["c"]}


def test_an_id_that_fits_no_address_is_refused():
    with pytest.raises(BadInput) as refused:
        tables_told(program_text("has blanks"), "programs.toml")

    assert [one.sentence for one in refused.value.problems] == [
        "'has blanks' may hold letters, digits and hyphens only; rename it."
    ]


@pytest.mark.django_db
def test_a_program_nobody_has_read_is_undecided():
    bare = program_without_rules(make_bare_program())

    (found,) = assess(ApplicantFacts(), [bare], next_season(date(2026, 11, 27)))
    assert found.door is Door.UNDECIDED


def test_the_table_leaves_out_what_is_empty():
    program = Program(code="a", name="A", specialty="urology", state_code="NY")

    assert table_of(program, RequirementVersion()) == {
        "id": "a", "name": "A", "specialty": "urology", "state": "NY",
    }  # fmt: skip
