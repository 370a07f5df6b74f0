"""``rounds plan``: which rotations to book next, for how much, and which doors then stand open."""

from pathlib import Path
from typing import Annotated

import typer

from rounds.cli import arguments as given
from rounds.cli.law import load_rulebook
from rounds.cli.loading import load_applicant, load_offers, load_programs, load_season, today_or
from rounds.cli.options import Options
from rounds.cli.planning import MOST_SECONDS, SECONDS, Wanted, answer_and_show
from rounds.cli.wishes import Typed, read_wishes
from rounds.core.planner.problem import Problem


def _limit(flags: str, metavar: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        flags, metavar=metavar, help=text, rich_help_panel=given.LIMITS
    )
    return option


Words = list[str] | None


def plan(
    *,
    applicant: given.Applicant = None,
    offers: Annotated[
        Path | None,
        typer.Option(
            "--offers",
            metavar="FILE",
            help="Dated rotations with prices (CSV or TOML). Required.",
            rich_help_panel=given.FILES,
        ),
    ] = None,
    programs: given.Programs = None,
    older_programs: given.OlderPrograms = False,
    decisions: given.Decisions = None,
    site_rules: given.SiteRules = None,
    budget: Annotated[
        str | None,
        _limit("--budget", "DOLLARS|none", "What everything may cost, such as 4,500. Required."),
    ] = None,
    first: Annotated[
        str | None, _limit("--from", "DATE", "The first day you could begin. Required.")
    ] = None,
    last: Annotated[
        str | None, _limit("--until", "DATE", "The last day you could stay. Required.")
    ] = None,
    season: given.SeasonYear = None,
    apply_on: given.ApplyOn = None,
    letters: Annotated[
        str | None, _limit("--letters", "0-4", "Letters wanted in all, with those you have.")
    ] = None,
    letter_worth: Annotated[
        str | None, _limit("--letter-worth", "DOLLARS", "What one more letter may cost.")
    ] = None,
    travel_days: Annotated[
        str | None, _limit("--travel-days", "N", "Free days between two towns; 1 unless given.")
    ] = None,
    include_unknown_permission: Annotated[
        bool,
        typer.Option(
            "--include-unknown-permission",
            metavar="",
            help="Also choose rotations of which nobody can say whether you may do them; "
            "counted apart.",
            rich_help_panel=given.LIMITS,
        ),
    ] = False,
    star: Annotated[
        Words,
        _limit("--star", "ID[=N]", "A program that counts double, or N times; 0 ignores it."),
    ] = None,
    pin: Annotated[Words, _limit("--pin", "CODE", "A rotation date that must be in.")] = None,
    exclude: Annotated[Words, _limit("--exclude", "CODE", "One that must not.")] = None,
    specialty: Annotated[Words, _limit("--specialty", "NAME", "Only these specialties.")] = None,
    state: Annotated[Words, _limit("--state", "CA", "Only these states.")] = None,
    paid: Annotated[
        Words, _limit("--paid", "KEY", "A once-only cost already paid, such as visa.")
    ] = None,
    seconds: Annotated[
        str | None,
        _limit("--seconds", "N", f"How long to search for the plan; {SECONDS} unless given."),
    ] = None,
    today: given.Today = None,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE",
            help="Also write the report as one page to read, print or send.",
            rich_help_panel=given.OUTPUT,
        ),
    ] = None,
    as_json: given.AsJson = False,
) -> None:
    """Which rotations to book next, for how much, and which doors then stand open.

    The best plan within your limits, proven: first the doors that surely open, then possible
    doors, then the least cost, then letters. The pages of --html and --json name the source of
    every rule that opens a door.

    [bold]Examples[/bold]

    rounds plan --applicant examples/applicants/visitor.toml --offers examples/offers.csv
    --programs examples/programs.toml --budget 3,500 --from 2027-01-04 --until 2027-08-31

    rounds plan --applicant examples/applicants/citizen.toml --offers examples/offers.csv
    --programs examples/programs.toml --decisions examples/decisions.toml --budget none
    --from 2027-01-04 --until 2027-08-31 --letters 3 --html plan.html
    """
    options = Options()
    on = today_or(options, today)
    planned = load_season(options, season, today=on, apply_on=apply_on)
    person = load_applicant(options, applicant)
    known = load_programs(options, programs or [], with_older=older_programs)
    terms = load_offers(options, offers)
    rulebook = load_rulebook(options, decisions, site_rules)
    typed = Typed(
        budget,
        first,
        last,
        letters,
        letter_worth,
        travel_days,
        include_unknown_permission,
        *((words or ()) for words in (star, pin, exclude, specialty, state, paid)),
    )
    wishes = read_wishes(options, typed, terms=terms, programs=known)
    if wishes and wishes.latest < on:
        options.wrong("--until", f"{wishes.latest} is past on {on}; give a later day.")
    allowed = options.whole("--seconds", seconds, low=1, high=MOST_SECONDS)
    facts = options.settled(person)
    problem = Problem(facts, planned, known, terms, rulebook, options.settled(wishes))
    answer_and_show(problem, Wanted(allowed or SECONDS, html=html, as_json=as_json))
