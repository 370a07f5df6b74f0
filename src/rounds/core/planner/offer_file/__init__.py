"""Read offers: dated terms with every cost, from CSV (one row a term) or TOML (nested)."""

from rounds.core.errors import BadInput, Problem
from rounds.core.planner.offer_file.sheet import read_sheet
from rounds.core.planner.offer_file.tables import read_tables
from rounds.core.planner.offers import Term
from rounds.core.reading import MAX_TEXT_BYTES

BYTE_ORDER_MARK = "\ufeff"


def read_offers(text: str, file: str) -> tuple[Term, ...]:
    """Terms in the order of the file; the name's ending (``.toml`` or other) chooses the format.

    Raises BadInput with every problem of the file, each with its line and column.
    """
    if len(text) > MAX_TEXT_BYTES:
        raise BadInput((Problem(file, 0, "", "the file is larger than 20 MB; split it."),))
    text = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    return read_tables(text, file) if file.endswith(".toml") else read_sheet(text, file)
