"""What a fictional agency decided on hands-on work where state law is silent, as TOML."""

from datetime import date, timedelta

DECIDED_DAYS_AGO = 60
HOLDS_DAYS = 730
EXTERNSHIP_STATES = ("GA", "IL", "MI", "NY", "OH", "TX")
ELECTIVE_STATES = ("IL", "NY", "PA", "TX")
HEADING = """\
# Fictional decisions of a fictional agency, to show the format. They say nothing about the law of
# any state: a real agency decides with its own counsel, and only where the law is unknown.
"""


def decisions_toml(*, on: date) -> str:
    """The decisions in force on a day; ``read_agency_decisions`` reads them."""
    return "\n".join(
        [
            HEADING,
            _decision(
                "externships-of-residents",
                EXTERNSHIP_STATES,
                kinds='["externship"]',
                statuses='["us_citizen", "permanent_resident", "ead"]',
                reason="A licensed physician supervises in person (fictional).",
                on=on,
            ),
            _decision(
                "electives-of-enrolled-students",
                ELECTIVE_STATES,
                kinds='["elective", "sub_internship"]',
                statuses='["us_citizen", "permanent_resident", "b1", "wb", "j1", "f1"]',
                reason="The host school enrolls visiting students (fictional).",
                on=on,
            ),
        ]
    )


def _decision(
    identity: str, states: tuple[str, ...], *, kinds: str, statuses: str, reason: str, on: date
) -> str:
    decided_on = on - timedelta(days=DECIDED_DAYS_AGO)
    listed = ", ".join(f'"{state}"' for state in states)
    return f"""\
[[decision]]
id = "{identity}"
decision = "allow"
states = [{listed}]
kinds = {kinds}
roles = ["hands_on"]
modes = ["in_person"]
statuses = {statuses}
decided_by = "Vera Pagefield, compliance officer of Lantern Bridge Rotations (fictional)"
counsel = "Moss & Nettle memorandum 7 (fictional)"
decided_on = {decided_on}
until = {decided_on + timedelta(days=HOLDS_DAYS)}
reason = "{reason}"
fictional = true
"""
