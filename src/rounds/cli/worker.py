"""``rounds worker``: does what the site puts into its outbox."""

import signal
import threading

from rounds.cli.page import Page
from rounds.cli.site import load_site, need_tables


def worker() -> None:
    """Send mail and do other work the site has put in, until it is told to stop.

    Any number of workers may run, on any machine that reaches the database. SIGTERM or Ctrl+C
    ends one after the work in its hands is done. What a killed worker had begun is taken over by
    another one after five minutes.

    [bold]Examples[/bold]

    rounds worker
    """
    load_site()
    need_tables()
    from rounds.web.outbox.worker import work  # noqa: PLC0415 -- after load_site alone

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    page = Page(to_stderr=True)
    page.line("Working.")
    work(stop)
    page.line("Stopped; nothing was left half done.")
