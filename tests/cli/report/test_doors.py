import json

import pytest

from rounds.cli.report.doors import DoorsPage, doors_as_json, show_doors, show_program
from rounds.core.eligibility.assess import assess
from rounds.core.vocabulary import Door


@pytest.fixture
def doors(with_older_layer):
    problem = with_older_layer.problem
    return DoorsPage(
        problem.facts, problem.season, assess(problem.facts, problem.programs, problem.season)
    )


def test_every_program_is_counted_once(doors, shown):
    lines = shown(show_doors, doors)

    counts = [len(doors.of(door)) for door in Door]
    assert sum(counts) == len(doors.assessments) == 47
    names = ("Open: ", "Closed: ", "Undecided: ")
    heads = [line for line in lines if line.startswith(names)]
    assert [int(line.split()[1]) for line in heads] == [count for count in counts if count]


def test_long_lists_are_cut_unless_they_are_asked_for(doors, shown):
    asked = DoorsPage(doors.facts, doors.season, doors.assessments, Door.CLOSED)

    brief, full = shown(show_doors, doors), shown(show_doors, asked)

    names = [one.program.name.split("(")[0].strip() for one in doors.of(Door.CLOSED)]
    assert sum(any(line.startswith(f"  · {name}") for line in full) for name in names) == len(names)
    assert f"  and {len(names) - 5} more; --door closed lists all." in brief
    assert [line for line in full if line.startswith("Undecided: ")] == []


def test_later_stages_and_open_points_of_one_program_are_shown(doors, shown):
    one = next(one for one in doors.assessments if one.gaps and one.still_to_do)
    page = DoorsPage(doors.facts, doors.season, (one,))

    lines = shown(show_program, page)

    heads = [line for line in lines if line and not line.startswith(" ")]
    assert [line for line in heads if line.startswith("Later, to ")] != []
    assert "What the page leaves open" in heads


def test_the_json_can_be_cut_to_one_sort_of_door(doors):
    asked = DoorsPage(doors.facts, doors.season, doors.assessments, Door.OPEN)

    document = json.loads(doors_as_json(asked))

    assert {program["door"] for program in document["programs"]} <= {"open"}
    assert document["counts"]["closed"] == len(doors.of(Door.CLOSED))
    assert document["counts"]["out_of_date"] == 36
