"""Read the agency's decisions from TOML."""

from enum import StrEnum

from rounds.core.legality.rule_file import read_when
from rounds.core.legality.rules import Decision
from rounds.core.reading import Section, read_toml
from rounds.core.vocabulary import Permission


class Choice(StrEnum):
    """What an agency can decide."""

    ALLOW = "allow"
    REFUSE = "refuse"


PERMISSIONS = {
    Choice.ALLOW: Permission.ALLOWED_BY_AGENCY_DECISION,
    Choice.REFUSE: Permission.NOT_ALLOWED,
}


def read_agency_decisions(text: str, file: str) -> tuple[Decision, ...]:
    """The ``[[decision]]`` tables of a file; raises BadInput with every problem of the file.

    Each names states, kinds and statuses, who decided, when, until when, counsel's reference
    and the reason. It can lift only what state law leaves unknown, and never what is forbidden.
    """
    root = read_toml(text, file)
    decisions: dict[str, Decision] = {}
    for section in root.tables("decision"):
        decision = _decision(section)
        if decision is None:
            continue
        if decision.id in decisions:
            section.problem("id", f"the id {decision.id} is used twice.")
        decisions[decision.id] = decision
    root.close()
    if not decisions and not root.report.problems:
        root.problem("decision", "the file holds no decision.")
    root.report.raise_if_any()
    return tuple(decisions.values())


def _decision(section: Section) -> Decision | None:
    identity = section.text("id", required=True)
    choice = section.choice("decision", Choice, required=True)
    for key in ("states", "kinds", "statuses"):
        section.raw(key, required=True)
    when = read_when(section)
    decided_by = section.text("decided_by", required=True)
    counsel = section.text("counsel", required=True)
    reason = section.text("reason", required=True)
    decided_on = section.day("decided_on", required=True)
    until = section.day("until", required=True)
    is_fictional = section.flag("fictional") or False
    section.close()
    if not (identity and choice and decided_by and counsel and reason and decided_on and until):
        return None
    if until < decided_on:
        section.problem("until", f"'until' ({until}) is before 'decided_on' ({decided_on}).")
        return None
    return Decision(
        identity,
        PERMISSIONS[choice],
        when,
        decided_by,
        counsel,
        reason,
        decided_on,
        until,
        is_fictional,
    )
