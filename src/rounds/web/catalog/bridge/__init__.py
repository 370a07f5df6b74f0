"""Between the rows of the catalog and the core's own rules and terms."""

from rounds.core.eligibility.program_file import read_rule
from rounds.core.eligibility.rules import Rule
from rounds.core.errors import BadInput, Problem
from rounds.core.reading import read_toml

ENTRY_FILE = "entry condition"
MOST_CHARACTERS = 4000


def read_entry(text: str) -> Rule | None:
    """The tree of an entry condition; blank is none. Raises BadInput with every line and key.

    Written as a table of TOML, or in one pair of braces as in the planner's own files.
    """
    if not text.strip():
        return None
    if len(text) > MOST_CHARACTERS:
        sentence = f"the text has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read."
        raise BadInput((Problem(ENTRY_FILE, 0, "", sentence),))
    in_braces = text.lstrip().startswith("{")
    root = read_toml(f"entry = {text}" if in_braces else text, ENTRY_FILE)
    table = root.table("entry") if in_braces else root
    rule = read_rule(table) if table else None
    if in_braces:
        root.close()
    root.report.raise_if_any()
    return rule
