"""``rounds serve``: the site in production, once its tables are there."""

import os
import sys
from typing import Annotated

import typer

from rounds.cli.options import Options
from rounds.cli.site import load_site, need_tables


def serve(
    *,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")
    ] = "127.0.0.1",
    port: Annotated[
        str | None, typer.Option("--port", metavar="N", help="The port; 8000 unless given.")
    ] = None,
    workers: Annotated[
        str | None,
        typer.Option("--workers", metavar="N", help="How many web processes; 1 unless given."),
    ] = None,
) -> None:
    """Serve the site's pages, after a look whether its settings and tables are as they must be.

    Work such as mail is done by rounds worker, which runs beside it in production.

    [bold]Examples[/bold]

    rounds serve --port 8000 --workers 2
    """
    options = Options()
    at_port = options.whole("--port", port, low=1, high=65535) or 8000
    processes = options.whole("--workers", workers, low=1, high=64) or 1
    options.raise_if_any()
    load_site()
    need_tables()
    os.execv(sys.executable, command_of(host, at_port, processes))  # noqa: S606 -- a list, no shell


def command_of(host: str, port: int, workers: int) -> list[str]:
    """Granian in place of this process, so that whoever stops it stops the site."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"),
        *("--host", host, "--port", str(port), "--workers", str(workers)),
        *("--log-level", "warning", "rounds.wsgi:application"),
    ]
