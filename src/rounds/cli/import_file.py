"""``rounds import``: a file into the catalog; first what it would do, then all of it or nothing."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rounds.cli.page import Page
from rounds.cli.site import load_site, need_tables
from rounds.core.planner.explain.words import counted
from rounds.web.kit.refusal import Refusal

if TYPE_CHECKING:
    from rounds.web.accounts.models import User
    from rounds.web.catalog.actions.imports.report import Line, Report
    from rounds.web.desk.forms.imports.kinds import ImportKind, Told

MOST_LINES = 40
TOLD = ("refused", "conflict", "changed", "gone", "noted", "new")
TITLES = {
    "refused": "Refused",
    "conflict": "Left as the desk wrote it",
    "changed": "Changed",
    "gone": "No longer in the file",
    "noted": "Noted",
    "new": "New",
}


class FileKind(StrEnum):
    """What the file holds."""

    HOSPITALS = "hospitals"
    LISTINGS = "listings"
    QUOTAS = "quotas"
    PRECEPTORS = "preceptors"
    LICENSES = "licenses"
    ROTATIONS = "rotations"
    PRICES = "prices"
    TERMS = "terms"


def import_(
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file in UTF-8.")],
    kind: Annotated[FileKind, typer.Option("--kind", help="What the file holds.")],
    by: Annotated[
        str, typer.Option("--by", metavar="EMAIL", help="Who of the agency brings the file.")
    ],
    source: Annotated[
        str,
        typer.Option(
            "--source", metavar="NAME", help="Of listings and quotas: where they come from."
        ),
    ] = "",
    read_on: Annotated[
        datetime | None,
        typer.Option(
            "--read-on",
            metavar="DATE",
            formats=["%Y-%m-%d"],
            help="Day on which the file was taken from its source; today unless told.",
        ),
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", metavar="", help="Do it; without this nothing is written.")
    ] = False,
) -> None:
    """Read a file and say what it would do to the catalog, line by line; with --apply, do it.

    A file is applied as a whole or not at all, and what was done is kept among the desk's files.

    [bold]Examples[/bold]

    rounds import Hospital_General_Information.csv --kind hospitals --by noor@agency.example

    rounds import rotations.csv --kind rotations --by noor@agency.example --apply
    """
    data = _bytes_of(file)
    load_site()
    need_tables()
    from rounds.web.desk.forms.imports.kinds import (  # noqa: PLC0415 -- after load_site alone
        Told,
        import_kind,
    )

    about = import_kind(kind.value)
    if about is None:
        raise ValueError(kind)
    if about.names_its_source and not source:
        raise Refusal("no_source", "Tell the name of the list: --source NAME.")
    now = datetime.now(UTC)
    day = read_on.date() if read_on else now.date()
    told = Told(file.name, source, day, _person(by), now)
    report = about.look(data, told)
    if apply:
        _apply(about, data, told, report)
    _show(report, is_done=apply)


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refusal(
            "file_unreadable", f"{file} cannot be read: {error.strerror or error}."
        ) from error


def _person(email: str) -> "User":
    from rounds.web.accounts.models import User  # noqa: PLC0415 -- after load_site alone
    from rounds.web.accounts.permissions import Capability, can  # noqa: PLC0415 -- as above

    user = User.objects.filter(email__iexact=email).first()
    if user is None or not can(user, Capability.RUN_IMPORTS):
        raise Refusal(
            "not_staff", f"{email} is no owner or coordinator of this agency: --by EMAIL names one."
        )
    return user


def _apply(about: "ImportKind", data: bytes, told: "Told", report: "Report") -> None:
    from rounds.web.desk.actions.imports import apply_run, keep_look  # noqa: PLC0415 -- as above
    from rounds.web.desk.models import ImportRun  # noqa: PLC0415 -- as above

    run = ImportRun(
        kind=about.key,
        file_name=told.file_name,
        source=told.source,
        read_on=told.read_on,
        made_by=told.by,
        made_at=told.at,
    )
    keep_look(run=run, data=data, report=report)
    apply_run(
        run=run,
        look=lambda: about.look(data, told),
        work=lambda: about.apply(data, told),
        by=told.by,
        at=told.at,
    )


def _show(report: "Report", *, is_done: bool) -> None:
    page = Page()
    did = "were" if is_done else "would be"
    counts = report.counts
    page.lead(
        f"{counted(report.rows, 'row')}: {counts['new']} {did} new, {counts['changed']} {did} "
        f"changed, {report.same} change nothing, {counts['refused']} are refused."
    )
    for outcome in TOLD:
        lines = [line for line in report.lines if line.outcome == outcome]
        if lines:
            page.line("")
            page.line(f"{TITLES[outcome]} ({len(lines)})")
            for line in lines[:MOST_LINES]:
                page.line(_words(line), indent=2)
            if len(lines) > MOST_LINES:
                page.line(f"and {len(lines) - MOST_LINES} more", indent=2)
    if not is_done:
        page.line("")
        page.line("Nothing was written. Add --apply to do it.")


def _words(line: "Line") -> str:
    where = f"line {line.line}: " if line.line else ""
    changed = ", ".join(f"{one.name}: {one.before!r} → {one.after!r}" for one in line.changes)
    told = line.reason or (changed if line.outcome == "changed" else "")
    return f"{where}{line.what}{f' – {told}' if told else ''}"
