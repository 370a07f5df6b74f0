import json
from datetime import date

import pytest

from rounds.cli.demo import problem_of
from rounds.cli.loading import older_programs
from rounds.demo import world

ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def built():
    return world(on=ON)


def test_a_problem_holds_both_layers_and_the_agencys_decisions(built):
    problem = problem_of(built, built.people[0])

    assert problem.programs == (*built.programs, *older_programs())
    assert problem.rulebook.decisions == built.decisions
    assert problem.terms == built.terms


def test_the_plan_of_an_applicant_is_shown_after_who_there_is(run, built, tmp_path):
    person = built.people[-1]

    result = run(
        *("demo", "--on", ON, "--applicant", person.key, "--seconds", "2"),
        *("--html", tmp_path / "plan.html"),
    )

    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0].startswith("The fictional demo world of Nov 22, 2026: ")
    assert [line for line in lines if "--applicant " in line] == [
        f"  {'→' if one is person else '·'} --applicant {one.key}: {one.title}"
        for one in built.people
    ]
    assert [line for line in lines if line.startswith("With these")] != []
    assert (tmp_path / "plan.html").exists()


def test_an_applicant_nobody_knows_gets_the_nearest(run):
    result = run("demo", "--on", ON, "--applicant", "visiter")

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        '  · --applicant does not know "visiter"; did you mean "visitor"?'
    )


def test_the_world_is_written_and_the_next_command_is_said(run, tmp_path, built):
    folder = tmp_path / "world"

    result = run("demo", "--on", ON, "--write", folder)

    assert result.exit_code == 0
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} == {
        name for name, _ in built.files
    }
    assert "rounds plan --applicant" in result.stdout


def test_a_folder_that_cannot_be_made_is_a_sentence(run, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")

    result = run("demo", "--on", ON, "--write", tmp_path / "file" / "world")

    assert result.exit_code == 2
    assert "--write" in result.stderr
    assert "Traceback" not in result.output


def test_a_day_that_is_none_is_refused(run):
    result = run("demo", "--on", "tomorrow", "--json")

    assert result.exit_code == 2
    assert json.loads(result.stdout)["problems"][0]["key"] == "--on"
