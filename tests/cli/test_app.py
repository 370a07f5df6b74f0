import os
import subprocess
import sys
from pathlib import Path

import pytest

from rounds.cli.app import COMMANDS, app, help_of, name_of
from rounds.cli.assess import assess as assess_command
from rounds.cli.endings import BAD_INPUT, UNREAD
from rounds.cli.legality import legality
from rounds.cli.plan import plan

NAMES = [
    "plan", "assess", "legality", "demo", "serve", "worker", "backup", "restore", "import",
    "invite-owner",
]  # fmt: skip


def test_rounds_alone_says_what_it_can_do(run):
    result = run()

    names = [name for name in NAMES if f"│ {name} " in result.output]
    assert names == [name_of(command) for command in COMMANDS]


@pytest.mark.parametrize("command", NAMES)
@pytest.mark.parametrize("columns", [60, 100])
def test_help_has_examples_and_fits_the_terminal(run, command, columns):
    result = run(command, "--help", columns=columns)

    assert result.exit_code == 0
    assert f"rounds {command}" in result.output.split("Examples")[1]
    assert max(map(len, result.output.splitlines())) <= columns


def test_help_is_wrapped_by_the_terminal_and_not_by_us():
    def command():
        """Says
        something.

        And
        more.
        """

    assert help_of(command) == "Says something.\n\nAnd more."


def test_an_unknown_option_is_refused_with_status_2(run):
    result = run("plan", "--budgett", "3")

    assert result.exit_code == 2
    assert "No such option: --budgett" in result.output


def test_the_exit_statuses_are_documented():
    assert [word for word in ("0", "1", "2", "3") if f" {word} " in f" {app.info.epilog} "] == [
        "0",
        "1",
        "2",
        "3",
    ]


def test_the_command_works_without_settings_of_a_site():
    code = "import sys; from rounds.cli import main; sys.argv = ['rounds', '--help']; main()"

    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "Start here: rounds demo" in done.stdout


def assess(examples, **where):
    words = ("--applicant", examples / "applicants/visitor.toml", "--older-programs")
    return subprocess.run(
        [sys.executable, "-c", "from rounds.cli import main; main()", "assess", *words],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        **where,
    )


def test_a_pipe_that_asks_for_ascii_gets_utf_8_and_no_traceback(examples):
    done = assess(examples, env={"PYTHONIOENCODING": "ascii"}, stdout=subprocess.PIPE)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_who_leaves_is_no_fault(examples):
    read, write = os.pipe()
    os.close(read)

    done = assess(examples, stdout=write)

    os.close(write)
    assert (done.returncode, done.stderr) == (UNREAD, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_a_sentence(examples):
    with Path("/dev/full").open("w") as full:
        done = assess(examples, stdout=full)

    assert done.returncode == BAD_INPUT
    assert done.stderr.startswith("The answer could not be written: no space is left there.")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [plan, assess_command, legality])
def test_the_examples_of_the_help_work_as_written(run, command, examples, monkeypatch, tmp_path):
    (tmp_path / "examples").symlink_to(examples)
    monkeypatch.chdir(tmp_path)
    paragraphs = help_of(command).split("\n\n")
    lines = [paragraph for paragraph in paragraphs if paragraph.startswith("rounds ")]

    results = [run(*line.split()[1:]) for line in lines]

    assert len(results) >= 2
    assert [result.exit_code for result in results] == [0] * len(results)
