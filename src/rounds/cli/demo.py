"""``rounds demo``: the fictional world beside the older real layer, and one applicant's plan."""

from pathlib import Path
from typing import Annotated

import typer

from rounds.cli import arguments as given
from rounds.cli.law import shipped_rulebook
from rounds.cli.loading import older_programs, today_or
from rounds.cli.options import Options, cannot_write
from rounds.cli.page import Page
from rounds.cli.planning import MOST_SECONDS, Wanted, answer_and_show
from rounds.cli.site import load_site, need_tables
from rounds.core.planner.explain.words import counted
from rounds.core.planner.problem import Problem
from rounds.core.values import day
from rounds.demo import Person, World, world, write_world
from rounds.web.kit.refusal import Refusal

DEMO_SECONDS = 20


def demo(
    *,
    applicant: Annotated[
        str | None,
        typer.Option("--applicant", metavar="NAME", help="Whose plan to show."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="The world as of this day; today unless given."),
    ] = None,
    write: Annotated[
        Path | None,
        typer.Option(
            "--write", metavar="FOLDER", help="Write the world's files there, and make no plan."
        ),
    ] = None,
    seconds: Annotated[
        str | None,
        typer.Option(
            "--seconds", metavar="N", help=f"How long to search; {DEMO_SECONDS} unless given."
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Also write the report as one page."),
    ] = None,
    site: Annotated[
        bool,
        typer.Option(
            "--site",
            help="Fill an empty site of the demo profile with the world, and make no plan.",
        ),
    ] = False,
    as_json: given.AsJson = False,
) -> None:
    """A fictional world to try Rounds in: the plan of one of four fictional applicants.

    The programs are the fictional ones, current for the planned season, and the older real ones
    shipped with Rounds, whose rules are mostly out of date and never counted as open.

    [bold]Examples[/bold]

    rounds demo

    rounds demo --write my-world
    """
    if site:
        _fill_site()
        return
    options = Options()
    as_of = today_or(options, on, option="--on")
    allowed = options.whole("--seconds", seconds, low=1, high=MOST_SECONDS) or DEMO_SECONDS
    options.raise_if_any()
    if write is not None:
        _write(write, world(on=as_of), as_of.isoformat())
        return
    built = world(on=as_of)
    person = options.settled(_person(options, built, applicant))
    if not as_json:
        _introduce(built, person, Page())
    wanted = Wanted(allowed, html=html, as_json=as_json, must_be_proven=False)
    answer_and_show(problem_of(built, person), wanted)


def _fill_site() -> None:
    load_site()
    need_tables()
    from django.conf import settings  # noqa: PLC0415 -- after load_site alone
    from django.utils import timezone  # noqa: PLC0415 -- as above

    from rounds.demo.installation import fill  # noqa: PLC0415 -- as above

    if settings.PROFILE != "demo":
        raise Refusal("not_the_demo", "Only the demo profile is filled with the fictional world.")
    filled = fill(at=timezone.now())
    page = Page()
    if not filled.people:
        page.quiet("The site has people already; nothing was added.")
        return
    page.lead(
        f"The site holds {counted(filled.rotations, 'fictional rotation')} with "
        f"{counted(filled.terms, 'date')} at {counted(filled.sites, 'site')}, "
        f"{counted(filled.programs, 'program')} with their rules, and "
        f"{filled.people} fictional people to enter as: /demo/ on the site."
    )


def problem_of(built: World, person: Person) -> Problem:
    """One applicant's question over both layers of programs."""
    return Problem(
        person.facts,
        built.season,
        (*built.programs, *older_programs()),
        built.terms,
        shipped_rulebook().with_decisions(built.decisions),
        person.wishes,
    )


def _person(options: Options, built: World, name: str | None) -> Person | None:
    people = {person.key: person for person in built.people}
    if name is None:
        return built.people[0]
    if name not in people:
        options.unknown("--applicant", name, people)
    return people.get(name)


def _introduce(built: World, person: Person, page: Page) -> None:
    fictional = counted(len(built.programs), "fictional program")
    older = counted(len(older_programs()), "real program")
    page.quiet(
        f"The fictional demo world of {day(built.on)}: {fictional}, current for season "
        f"{built.season.year}; beside them {older} as archived pages once described them. "
        f"{counted(len(built.terms), 'fictional rotation date')}."
    )
    for one in built.people:
        mark = "→" if one is person else "·"
        page.item(mark, f"--applicant {one.key}: {one.title}", indent=2)
    page.line()


def _write(folder: Path, built: World, on: str) -> None:
    try:
        paths = write_world(folder, on=built.on)
    except OSError as error:
        raise cannot_write("--write", folder, error) from error
    page, wishes = Page(), built.people[0].wishes
    page.lead(f"{counted(len(paths), 'file')} of the fictional world are in {folder}.")
    for path in paths:
        page.item("·", str(path), indent=2)
    page.line()
    page.line("Plan with them, for example:")
    page.line(
        f"rounds plan --applicant {folder / built.people[0].file} "
        f"--offers {folder / 'offers.csv'} --programs {folder / 'programs.toml'} "
        f"--decisions {folder / 'decisions.toml'} --budget {(wishes.budget or 0) // 100:,} "
        f"--from {wishes.earliest} --until {wishes.latest} --today {on}",
        indent=2,
    )
