"""The clause in plain words."""

from collections.abc import Iterator
from dataclasses import replace

from rounds.core.eligibility.criteria.clinical_experience.asked import (
    NO_LENGTH,
    PART_TIME_BELOW_HOURS,
    Counted,
    ExperienceAsked,
)
from rounds.core.eligibility.wording import (
    KIND_NAMES,
    MODE_NAMES,
    ROLE_NAMES,
    both,
    country_words,
    either,
)
from rounds.core.values import day
from rounds.core.vocabulary import Kind, Mode, Role


def plain_words(
    asked: ExperienceAsked, length: str, setting_names: frozenset[str]
) -> ExperienceAsked:
    """The same clause with its words: "at least 8 weeks of hands-on experience in the US"."""
    parts = (
        _amount(asked, length),
        *_where(asked, setting_names),
        *_when(asked),
        *_limits(asked),
    )
    return replace(asked, words=" ".join(parts))


def _amount(asked: ExperienceAsked, length: str) -> str:
    sort = ["clinical experience"]
    if asked.roles:
        sort.insert(0, either(ROLE_NAMES[role] for role in Role if role in asked.roles))
    if asked.modes:
        sort.append(either(MODE_NAMES[mode] for mode in Mode if mode in asked.modes))
    if asked.kinds:
        names = either(KIND_NAMES[kind][0] for kind in Kind if kind in asked.kinds)
        sort.append(f"as {names}")
    start = f"at least {length} of " if length else NO_LENGTH
    return start + " ".join(sort)


def _where(asked: ExperienceAsked, setting_names: frozenset[str]) -> Iterator[str]:
    if asked.specialties:
        yield f"in {either(sorted(asked.specialties))}"
    if setting_names:
        yield f"(setting: {either(sorted(name.replace('_', ' ') for name in setting_names))})"
    if asked.countries:
        yield f"in {country_words(asked.countries)}"


def _when(asked: ExperienceAsked) -> Iterator[str]:
    if asked.counted is Counted.ONE_ROTATION:
        yield "in one rotation"
    if asked.within:
        yield asked.within.describe()
    if asked.since_graduation:
        yield "after graduation"
    if asked.since:
        yield f"since {day(asked.since)}"


def _limits(asked: ExperienceAsked) -> Iterator[str]:
    if asked.hours_a_week != PART_TIME_BELOW_HOURS:
        yield f"at {asked.hours_a_week} hours a week or more"
    if asked.not_counting:
        names = both(KIND_NAMES[kind][1] for kind in Kind if kind in asked.not_counting)
        verb = "does" if names == "research" else "do"
        yield f"({names} {verb} not count)"
