import pytest
from django.db import IntegrityError

from rounds.core.errors import BadInput
from rounds.web.history.models import Entry
from rounds.web.programs.actions.imports import preview_programs
from rounds.web.programs.bridge.content import tables_told
from rounds.web.programs.models import Program, RequirementVersion, RuleOrigin, RuleState
from tests.web.programs.makers import NOW, RULES, imported, make_program, program_text

pytestmark = pytest.mark.django_db


def states(code):
    found = RequirementVersion.objects.filter(program__code=code).order_by("number")
    return [(one.number, one.state) for one in found]


def test_a_new_program_is_kept_with_its_rules_published():
    report = imported(program_text("gable", name="Gable"))

    row = Program.objects.get()
    (version,) = row.versions.all()
    assert report.counts == {"new": 1, "changed": 0, "same": 0, "conflicts": 0}
    assert (row.code, row.name, row.state_code, row.is_fictional) == ("gable", "Gable", "NY", True)
    assert (version.number, version.state, version.season_year) == (1, RuleState.PUBLISHED, 2028)
    assert (version.source_url, version.via) == ("https://gable.example/residency", "live page")
    assert version.content["coverage"] == {"graduation": "expressly_none"}
    assert [one["id"] for one in version.content["requirement"]] == ["usce", "visa"]
    assert Entry.objects.get(verb="imported_programs").payload == report.counts


def test_the_same_file_twice_changes_nothing():
    text = program_text("gable")
    imported(text)

    assert imported(text).counts == {"new": 0, "changed": 0, "same": 1, "conflicts": 0}
    assert states("gable") == [(1, "published")]


def test_rules_that_differ_supersede_those_of_the_same_season():
    imported(program_text("gable", name="Gable"))
    report = imported(program_text("gable", name="Gable", rules=RULES))

    assert report.changed == ["gable (Gable)"]
    assert states("gable") == [(1, "superseded"), (2, "published")]


def test_rules_for_another_season_stand_beside_the_earlier_ones():
    imported(program_text("gable", name="Gable"))
    imported(program_text("gable", name="Gable", as_of="2028-2029"))

    assert states("gable") == [(1, "published"), (2, "published")]


def test_a_program_that_is_called_otherwise_now_is_renamed():
    imported(program_text("gable", name="Gable"))
    imported(program_text("gable", name="Gable Falls"))

    assert Program.objects.get().name == "Gable Falls"
    assert states("gable") == [(1, "published")]


def test_what_the_desk_wrote_is_left_alone():
    program = make_program("gable", name="Gable")
    program.versions.update(origin=RuleOrigin.DESK)
    report = imported(program_text("gable", name="Gable", rules=RULES))

    assert report.conflicts == ["gable (Gable)"]
    assert states("gable") == [(1, "published")]


def test_a_look_writes_nothing():
    told = tables_told(program_text("gable", name="Gable"), "programs.toml")

    assert preview_programs(told=told, at=NOW).new == ["gable (Gable)"]
    assert Program.objects.count() == 0


def test_a_file_with_one_fault_is_refused_whole():
    with pytest.raises(BadInput):
        imported(program_text("gable"), program_text("falls", specialty="sorcery"))

    assert Program.objects.count() == 0


def test_one_nrmp_code_is_never_held_by_two_programs(django_assert_num_queries):
    Program.objects.create(code="a", name="A", specialty="urology", state_code="NY", nrmp_code="1")
    with pytest.raises(IntegrityError):
        Program.objects.create(
            code="b", name="B", specialty="urology", state_code="NY", nrmp_code="1"
        )
