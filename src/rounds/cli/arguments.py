"""The options several commands share, as typer wants them declared."""

from pathlib import Path
from typing import Annotated

import typer

from rounds.cli.endings import remember_json

FILES, LIMITS, OUTPUT = "Files", "Limits and wishes", "Output"

Applicant = Annotated[
    Path | None,
    typer.Option(
        "--applicant",
        metavar="FILE",
        help="Facts about the person (TOML). Required.",
        rich_help_panel=FILES,
    ),
]
Programs = Annotated[
    list[Path] | None,
    typer.Option(
        "--programs",
        metavar="FILE|FOLDER",
        help="Rules of residency programs (TOML); may be repeated. Required.",
        rich_help_panel=FILES,
    ),
]
OlderPrograms = Annotated[
    bool,
    typer.Option(
        "--older-programs",
        metavar="",
        help="Add the older real programs shipped with Rounds; most of their rules are out of "
        "date and are shown as such.",
        rich_help_panel=FILES,
    ),
]
Decisions = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="Dated decisions an agency has recorded where state law is not known (TOML).",
        rich_help_panel=FILES,
    ),
]
SiteRules = Annotated[
    Path | None,
    typer.Option(
        "--site-rules",
        metavar="FILE",
        help="Dated rules of sites and affiliations, by site id (TOML).",
        rich_help_panel=FILES,
    ),
]
SeasonYear = Annotated[
    str | None,
    typer.Option(
        "--season",
        metavar="YEAR",
        help="The Match year planned for, such as 2028; the next one unless given.",
        rich_help_panel=LIMITS,
    ),
]
ApplyOn = Annotated[
    str | None,
    typer.Option(
        "--apply-on",
        metavar="DATE",
        help="Your own day of applying, instead of the season's.",
        rich_help_panel=LIMITS,
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATE",
        help="Answer as of this day; the computer's day unless given.",
        rich_help_panel=LIMITS,
    ),
]
AsJson = Annotated[
    bool,
    typer.Option(
        "--json",
        metavar="",
        help="Print one JSON document for programs.",
        callback=remember_json,
        is_eager=True,
        rich_help_panel=OUTPUT,
    ),
]
