"""Open the rules of law: those shipped with Rounds, and the agency's own decisions."""

from pathlib import Path

from rounds.cli.options import Options
from rounds.core.errors import BadInput
from rounds.core.legality.decision_file import read_agency_decisions
from rounds.core.legality.rulebook import Rulebook, read_rulebook
from rounds.data import shipped_text

IMMIGRATION, STATES = "legality/immigration.toml", "legality/states.toml"


def shipped_rulebook() -> Rulebook:
    """The dated rules shipped with Rounds."""
    texts = shipped_text(IMMIGRATION), shipped_text(STATES)
    return read_rulebook(*texts, files=(IMMIGRATION, STATES))


def load_rulebook(options: Options, decisions: Path | None) -> Rulebook:
    """The shipped rules and, when given, the decisions of ``--decisions``."""
    rulebook = shipped_rulebook()
    text = options.text_of("--decisions", decisions) if decisions else None
    if decisions is None or text is None:
        return rulebook
    try:
        return rulebook.with_decisions(read_agency_decisions(text, str(decisions)))
    except BadInput as error:
        options.adopt(error)
        return rulebook
