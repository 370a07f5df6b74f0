"""The command line: parse, call the core, print."""

from rounds.cli.start import main

__all__ = ["main"]
