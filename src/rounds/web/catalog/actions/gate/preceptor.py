"""What a preceptor lacks before a rotation may name one."""

from collections.abc import Sequence
from datetime import date

from rounds.core.values import day
from rounds.web.catalog.actions.gate.missing import Missing, blank
from rounds.web.catalog.models import License, Preceptor

NPI_DIGITS = 10
NPI_PREFIX_SUM = 24  # Luhn's sum over 80840, the prefix of US health identifiers
WANTED = (
    ("first_name", "Give the first name."),
    ("last_name", "Give the last name."),
    ("specialty", "Choose the specialty."),
    ("npi", "Give the NPI: ten digits, found in the public registry."),
    ("cap_a_week", "Say how many learners at most in one week."),
)


def missing_of_preceptor(
    preceptor: Preceptor, licenses: Sequence[License], *, on: date
) -> list[Missing]:
    found = blank("facts", preceptor, WANTED)
    if preceptor.npi and not is_npi(preceptor.npi):
        found.append(
            Missing("facts", "npi", "This is no NPI: its check digit is wrong. Compare the digits.")
        )
    return [*found, *_licenses(licenses, on)]


def _licenses(licenses: Sequence[License], on: date) -> list[Missing]:
    if not licenses:
        return [Missing("licenses", "", "Add a state license with its last day.")]
    latest = max(one.expires_on for one in licenses)
    if latest >= on:
        return []
    return [
        Missing("licenses", "", f"The last license expired on {day(latest)}. Add one in force.")
    ]


def is_npi(text: str) -> bool:
    """Ten digits whose last is the check digit (Luhn, with the prefix 80840 counted in)."""
    if len(text) != NPI_DIGITS or not (text.isascii() and text.isdecimal()):
        return False
    digits = [int(digit) for digit in text]
    doubled = [sum(divmod(digit * 2, 10)) for digit in digits[-2::-2]]
    return (NPI_PREFIX_SUM + sum(doubled) + sum(digits[-1::-2])) % 10 == 0
