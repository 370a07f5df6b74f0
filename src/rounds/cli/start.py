"""Where the command begins, before anything slow is loaded."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Start ``rounds``; who stops it while it is still loading gets no traceback."""
    try:
        from rounds.cli.app import main as run  # noqa: PLC0415 -- slow: people stop it meanwhile
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    run()
