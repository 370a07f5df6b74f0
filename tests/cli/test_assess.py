import json

import pytest

ASK = ("assess", "--today", "2026-11-22")


@pytest.fixture
def asked(examples):
    return (
        *ASK,
        *("--applicant", examples / "applicants/citizen.toml"),
        *("--programs", examples / "programs.toml"),
    )


def test_the_counts_come_first(run, asked):
    result = run(*asked)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == [
        "Of 12 programs, three stand open today, seven are closed and two undecided.",
        "For Jordan Fernweather (fictional). Season 2028 (projected): applications open",
    ]


def test_one_sort_of_door_can_be_listed_alone(run, asked):
    result = run(*asked, "--door", "open")

    heads = [line for line in result.stdout.splitlines() if ": " in line and "program" in line]
    assert "Open: 3 programs" in heads
    assert [line for line in heads if line.startswith(("Closed", "Undecided"))] == []


def test_one_program_is_shown_clause_by_clause_with_its_source(run, asked):
    result = run(*asked, "--program", "kettledrum-internal")

    lines = result.stdout.splitlines()
    assert " ".join(lines[:2]).endswith(": internal medicine: the door is closed.")
    assert "For applying, by Sep 1, 2027" in lines
    sources = sum(line.strip().startswith("Source:") for line in lines)
    clauses = sum(line.startswith("  · ") for line in lines)
    assert sources == clauses > 1


def test_an_unknown_program_gets_the_nearest(run, asked):
    result = run(*asked, "--program", "kettledrum-interna")

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-2:] == [
        '  · --program does not know "kettledrum-interna"; did you mean',
        '    "kettledrum-internal"?',
    ]


def test_the_json_keeps_its_shape(run, asked, golden, shape_of):
    result = run(*asked, "--json")

    assert json.loads(result.stdout)["format"] == "rounds.doors/1"
    golden("doors.shape.json", shape_of(result.stdout))


def test_the_json_counts_what_it_lists(run, asked):
    document = json.loads(run(*asked, "--json").stdout)

    doors = [program["door"] for program in document["programs"]]
    assert {door: doors.count(door) for door in ("open", "closed", "undecided")} == {
        door: document["counts"][door] for door in ("open", "closed", "undecided")
    }


def test_everything_missing_is_said_at_once(run):
    result = run(*ASK, "--door", "ajar")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "3 things need correcting before Rounds can answer.",
        "",
        "On the command line",
        "  · --applicant is missing; add --applicant FILE, the facts about the person.",
        '  · --door does not know "ajar" (known: closed, open, undecided).',
        "  · --programs is missing; add --programs FILE or FOLDER, the programs' rules.",
    ]


def test_of_the_older_layer_no_door_is_ever_open(run, examples):
    result = run(
        *ASK, "--applicant", examples / "applicants/citizen.toml", "--older-programs", "--json"
    )

    counts = json.loads(result.stdout)["counts"]
    assert counts["open"] == 0
    assert counts["out_of_date"] == 35


def test_a_person_who_tells_nothing_is_answered_in_plain_words(run, examples, tmp_path):
    (tmp_path / "nobody.toml").write_text("", "utf-8")

    result = run(
        *("assess", "--applicant", tmp_path / "nobody.toml"),
        *("--programs", examples / "programs.toml"),
    )

    lines = result.stdout.splitlines()
    assert lines[0] == "Of 12 programs, none stand open today, none are closed and 12 undecided."
    assert lines[1].startswith("For the applicant. Season 2028")
