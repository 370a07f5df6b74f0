"""Open the rules of law: those shipped, those of sites, and the agency's own decisions."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from rounds.cli.options import Options
from rounds.core.errors import BadInput
from rounds.core.legality.decision_file import read_agency_decisions
from rounds.core.legality.rule_file import read_site_rules
from rounds.core.legality.rulebook import Rulebook, read_rulebook
from rounds.data import shipped_text

Found = TypeVar("Found")
IMMIGRATION, STATES = "legality/immigration.toml", "legality/states.toml"


def shipped_rulebook() -> Rulebook:
    """The dated rules shipped with Rounds."""
    texts = shipped_text(IMMIGRATION), shipped_text(STATES)
    return read_rulebook(*texts, files=(IMMIGRATION, STATES))


def load_rulebook(options: Options, decisions: Path | None, sites: Path | None) -> Rulebook:
    """The shipped rules and those of the files ``--decisions`` and ``--site-rules``, if given."""
    rulebook = shipped_rulebook()
    decided = _read(options, "--decisions", decisions, read_agency_decisions)
    ruled = _read(options, "--site-rules", sites, read_site_rules)
    return rulebook.with_decisions(decided).with_site_rules(ruled)


def _read(
    options: Options,
    option: str,
    path: Path | None,
    reader: Callable[[str, str], tuple[Found, ...]],
) -> tuple[Found, ...]:
    """What a file holds; nothing, and its problems noted, when it cannot be read."""
    text = options.text_of(option, path) if path else None
    if text is None:
        return ()
    try:
        return reader(text, str(path))
    except BadInput as error:
        options.adopt(error)
        return ()
