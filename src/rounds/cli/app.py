"""The command ``rounds``: which verbs there are."""

import sys
from collections.abc import Callable
from inspect import getdoc
from io import TextIOWrapper

import typer

from rounds.cli.assess import assess
from rounds.cli.backup import backup
from rounds.cli.demo import demo
from rounds.cli.endings import KindGroup
from rounds.cli.import_file import import_
from rounds.cli.invite_owner import invite_owner
from rounds.cli.legality import legality
from rounds.cli.plan import plan
from rounds.cli.programs import import_programs
from rounds.cli.restore import restore
from rounds.cli.serve import serve
from rounds.cli.worker import worker

HELP = """From rotation to residency: which US clinical rotations to book next, and which
residency programs' doors then stand open.

[bold]Start here[/bold]: rounds demo
"""
EPILOG = (
    "Exit status: 0 answered and proven · 1 a fault in Rounds itself · 2 something to correct in "
    "the input · 3 stopped before the proof was complete."
)
COMMANDS = (plan, assess, legality, demo, serve, worker, backup, restore, import_, invite_owner)

app = typer.Typer(
    name="rounds",
    cls=KindGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help=HELP,
    epilog=EPILOG,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def help_of(command: Callable[..., None]) -> str:
    """A command's docstring with its paragraphs unwrapped, to be wrapped to the terminal."""
    paragraphs = (getdoc(command) or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def name_of(command: Callable[..., None]) -> str:
    """What people type: a word of Python stands in the code with a line behind it."""
    return command.__name__.strip("_").replace("_", "-")


for command in COMMANDS:
    app.command(name_of(command), help=help_of(command))(command)

programs = typer.Typer(no_args_is_help=True, help="The programs a site knows, with their rules.")
programs.command("import", help=help_of(import_programs))(import_programs)
app.add_typer(programs, name="programs")


def main() -> None:
    """The entry point of the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            accept_every_letter(stream)
    app()


def accept_every_letter(stream: TextIOWrapper) -> None:
    """Files and pipes take UTF-8; a terminal shows ``?`` for a letter it does not have."""
    encoding = stream.encoding if stream.isatty() else "utf-8"
    stream.reconfigure(encoding=encoding, errors="replace")
