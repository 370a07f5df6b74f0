"""``rounds assess``: which doors stand open today, and why."""

from typing import Annotated

import typer

from rounds.cli import arguments as given
from rounds.cli.loading import load_applicant, load_programs, load_season, today_or
from rounds.cli.options import Options
from rounds.cli.page import Page
from rounds.cli.report.doors import (
    DoorsPage,
    doors_as_json,
    show_doors,
    show_program,
)
from rounds.core.eligibility.assess import assess as assess_doors
from rounds.core.vocabulary import Door


def assess(
    *,
    applicant: given.Applicant = None,
    programs: given.Programs = None,
    older_programs: given.OlderPrograms = False,
    season: given.SeasonYear = None,
    apply_on: given.ApplyOn = None,
    door: Annotated[
        str | None,
        typer.Option(
            "--door",
            metavar="open|closed|undecided",
            help="List every program whose door is so.",
            rich_help_panel=given.LIMITS,
        ),
    ] = None,
    program: Annotated[
        str | None,
        typer.Option(
            "--program",
            metavar="ID",
            help="Show every clause of one program, with evidence, source and date.",
            rich_help_panel=given.LIMITS,
        ),
    ] = None,
    today: given.Today = None,
    as_json: given.AsJson = False,
) -> None:
    """Which doors stand open today, which are closed, which undecided – and why.

    [bold]Examples[/bold]

    rounds assess --applicant examples/applicants/citizen.toml --programs examples/programs.toml

    rounds assess --applicant examples/applicants/citizen.toml --older-programs --door closed

    rounds assess --applicant examples/applicants/citizen.toml --programs examples/programs.toml
    --program kettledrum-internal
    """
    options = Options()
    on = today_or(options, today)
    planned = load_season(options, season, today=on, apply_on=apply_on)
    told = load_applicant(options, applicant)
    known = load_programs(options, programs or [], with_older=older_programs)
    wanted = options.word("--door", door, Door)
    _check_program(options, program, tuple(one.id for one in known))
    facts = options.settled(told)
    chosen = tuple(one for one in known if program in (None, one.id))
    doors = DoorsPage(facts, planned, assess_doors(facts, chosen, planned), wanted)
    if as_json:
        typer.echo(doors_as_json(doors))
    elif program:
        show_program(doors, Page())
    else:
        show_doors(doors, Page())


def _check_program(options: Options, identity: str | None, known: tuple[str, ...]) -> None:
    if identity is not None and known and identity not in known:
        options.unknown("--program", identity, known)
