"""Read TOML kindly: typed look-ups that collect every problem with its line and key."""

from rounds.core.reading.lines import Path, line_numbers
from rounds.core.reading.parse import MAX_TEXT_BYTES, read_toml
from rounds.core.reading.report import Report, dotted
from rounds.core.reading.section import EARLIEST_YEAR, LATEST_YEAR, Section
from rounds.core.reading.words import shown, suggestion

__all__ = [
    "EARLIEST_YEAR",
    "LATEST_YEAR",
    "MAX_TEXT_BYTES",
    "Path",
    "Report",
    "Section",
    "dotted",
    "line_numbers",
    "read_toml",
    "shown",
    "suggestion",
]
