"""``rounds programs import``: take files of programs and their rules into the site."""

from pathlib import Path
from typing import Annotated

import typer

from rounds.cli import arguments as given
from rounds.cli.loading import OLDER_FOLDER
from rounds.cli.options import Options
from rounds.cli.page import Page
from rounds.cli.site import load_site, need_tables
from rounds.core.errors import BadInput
from rounds.core.planner.explain.words import counted
from rounds.data import shipped_names, shipped_text

ACTOR = "command:programs"
MOST_NAMED = 20


def import_programs(
    *,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Files of programs in TOML, or folders of them."),
    ] = None,
    older_programs: given.OlderPrograms = False,
    look: Annotated[
        bool, typer.Option("--look", help="Say what would change, and change nothing.")
    ] = False,
) -> None:
    """Take programs with their rules into the site; all of the files or nothing.

    Rules that differ become a new published version and the old one stays in the history. What
    the desk has written itself is never overwritten.

    [bold]Examples[/bold]

    rounds programs import --older-programs

    rounds programs import my-programs.toml --look
    """
    options = Options()
    if not older_programs:
        options.needed("FILE", files, "a file of programs, or --older-programs")
    texts = [one for path in files or () for one in _texts_of(options, path)]
    if older_programs:
        texts += [(name, shipped_text(name)) for name in shipped_names(OLDER_FOLDER)]
    options.raise_if_any()
    load_site()
    need_tables()
    _import(options, texts, look=look)


def _texts_of(options: Options, path: Path) -> list[tuple[str, str]]:
    paths = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
    if not paths:
        options.wrong("FILE", f"the folder {path} holds no file that ends in .toml.")
    told = [(str(one), options.text_of("FILE", one)) for one in paths]
    return [(name, text) for name, text in told if text is not None]


def _import(options: Options, texts: list[tuple[str, str]], *, look: bool) -> None:
    from django.utils import timezone  # noqa: PLC0415 -- after load_site alone

    from rounds.web.programs.actions import imports  # noqa: PLC0415 -- as above
    from rounds.web.programs.bridge.content import Told, tables_told  # noqa: PLC0415 -- as above

    told: list[Told] = []
    for name, text in texts:
        try:
            told += tables_told(text, name)
        except BadInput as error:
            options.adopt(error)
    _note_repeated(options, [one.program.id for one in told])
    options.raise_if_any()
    at = timezone.now()
    report = (
        imports.preview_programs(told=told, at=at)
        if look
        else imports.import_programs(told=told, by=ACTOR, at=at)
    )
    page = Page()
    page.lead(
        f"{counted(len(told), 'program')}: {len(report.new)} new, {len(report.changed)} changed, "
        f"{report.same} as before, {len(report.conflicts)} left as the desk wrote them."
        f"{' Nothing was written.' if look else ''}"
    )
    for name in report.conflicts[:MOST_NAMED]:
        page.item("·", f"left alone: {name}", indent=2)


def _note_repeated(options: Options, codes: list[str]) -> None:
    for code in sorted({one for one in codes if codes.count(one) > 1}):
        options.wrong("FILE", f"the program {code} is given twice; keep one.")
