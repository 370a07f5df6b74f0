"""Countries, states and languages by their codes, for choosing and for reading."""

from functools import cache

import pycountry

from rounds.core.vocabulary import COUNTRIES, STATES

Choices = list[tuple[str, str]]
OTHER_NAMES = {"XK": "Kosovo"}


@cache
def countries() -> Choices:
    """Every country the core knows, by its short name."""
    named = [(code, _country(code)) for code in COUNTRIES]
    return sorted(named, key=lambda pair: pair[1])


def _country(code: str) -> str:
    found = pycountry.countries.get(alpha_2=code)
    if found is None:
        return OTHER_NAMES.get(code, code)
    return str(getattr(found, "common_name", found.name))


@cache
def languages() -> Choices:
    """Languages that have a code of two letters."""
    named = [
        (str(one.alpha_2), str(one.name)) for one in pycountry.languages if hasattr(one, "alpha_2")
    ]
    return sorted(named, key=lambda pair: pair[1])


def name_of(code: str, choices: Choices) -> str:
    """The name behind a code; the code itself when nobody knows it."""
    return dict(choices).get(code, code)


@cache
def states() -> Choices:
    """The states and territories the core knows, by their names."""
    named = [(code, _state(code)) for code in STATES]
    return sorted(named, key=lambda pair: pair[1])


def _state(code: str) -> str:
    found = pycountry.subdivisions.get(code=f"US-{code}")  # type: ignore[no-untyped-call]
    return str(found.name) if found else code
