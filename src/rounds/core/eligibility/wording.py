"""Lists and names as sentences show them."""

from collections.abc import Iterable

from rounds.core.vocabulary import COUNTRY_CLASSES, Kind, Mode, Role

COUNTRY_NAMES = {
    "US": "the US",
    "CA": "Canada",
    "GB": "the United Kingdom",
    "IE": "Ireland",
    "AU": "Australia",
    "NZ": "New Zealand",
}
CLASS_NAMES = {"english_speaking": "an English-speaking country"}
KIND_NAMES: dict[Kind, tuple[str, str]] = {
    Kind.OBSERVERSHIP: ("an observership", "observerships"),
    Kind.EXTERNSHIP: ("an externship", "externships"),
    Kind.ELECTIVE: ("an elective", "electives"),
    Kind.SUB_INTERNSHIP: ("a sub-internship", "sub-internships"),
    Kind.RESEARCH: ("research", "research"),
}
ROLE_NAMES = {Role.HANDS_ON: "hands-on", Role.OBSERVING: "observing", Role.NONE: "non-clinical"}
MODE_NAMES = {Mode.IN_PERSON: "in person", Mode.VIRTUAL: "online"}


def either(words: Iterable[str]) -> str:
    """``a, b or c``, in the order given."""
    return joined(tuple(words), "or")


def both(words: Iterable[str]) -> str:
    """``a, b and c``, in the order given."""
    return joined(tuple(words), "and")


def joined(words: tuple[str, ...], last: str) -> str:
    """Words with commas, and ``last`` before the last one."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(count: int, one: str) -> str:
    """``1 week``, ``2 weeks``."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def country_words(countries: frozenset[str]) -> str:
    """``the US or Canada``; a named class by its name, other countries by their code."""
    for name, members in COUNTRY_CLASSES.items():
        if countries == members and name in CLASS_NAMES:
            return CLASS_NAMES[name]
    return either(
        [name for code, name in COUNTRY_NAMES.items() if code in countries]
        + sorted(code for code in countries if code not in COUNTRY_NAMES)
    )
