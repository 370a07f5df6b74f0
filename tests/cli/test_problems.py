import json
from io import StringIO

from rounds.cli.page import Page
from rounds.cli.problems import problems_as_json, show_problems
from rounds.core.errors import BadInput, Problem

REFUSED = BadInput(
    (
        Problem("b.toml", 12, "degree_on", "'degree_on' must be a day."),
        Problem("b.toml", 3, "exam[0].score", "the score is too high."),
        Problem("command line", 0, "--budget", "is missing; add --budget 4,500."),
    )
)


def said(error):
    file = StringIO()
    show_problems(error, Page(file))
    return file.getvalue().splitlines()


def test_every_problem_is_said_at_once_the_command_line_first():
    assert said(REFUSED) == [
        "3 things need correcting before Rounds can answer.",
        "",
        "On the command line",
        "  · --budget is missing; add --budget 4,500.",
        "",
        "In b.toml",
        "  · line 3: exam[0].score: the score is too high.",
        "  · line 12: 'degree_on' must be a day.",
    ]


def test_of_thousands_in_one_file_the_first_hundred_are_said_and_the_rest_counted():
    many = tuple(Problem("a.csv", line, "", "no.") for line in range(1, 1102))

    lines = said(BadInput(many))

    assert lines[0] == "1,101 things need correcting before Rounds can answer."
    assert lines[-2:] == ["  · line 100: no.", "  and 1,001 more; --json lists them all."]


def test_one_problem_is_one_thing():
    (first, *_) = said(BadInput((Problem("a.csv", 0, "", "the file is empty."),)))

    assert first == "One thing needs correcting before Rounds can answer."


def test_programs_get_the_same_as_json():
    assert json.loads(problems_as_json(REFUSED)) == {
        "format": "rounds.problems/1",
        "problems": [
            {
                "file": "b.toml",
                "line": 3,
                "key": "exam[0].score",
                "sentence": "the score is too high.",
            },
            {
                "file": "b.toml",
                "line": 12,
                "key": "degree_on",
                "sentence": "'degree_on' must be a day.",
            },
            {
                "file": "command line",
                "line": None,
                "key": "--budget",
                "sentence": "is missing; add --budget 4,500.",
            },
        ],
    }
