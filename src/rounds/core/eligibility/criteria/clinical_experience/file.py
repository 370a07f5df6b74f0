"""Read the clause from TOML."""

from datetime import date

from rounds.core.eligibility.case import read_within
from rounds.core.eligibility.criteria.clinical_experience.asked import (
    PART_TIME_BELOW_HOURS,
    Counted,
    ExperienceAsked,
)
from rounds.core.eligibility.criteria.clinical_experience.wording import plain_words
from rounds.core.eligibility.wording import both, counted
from rounds.core.reading import Section
from rounds.core.vocabulary import SETTING_GROUPS, SPECIALTIES, Kind, Mode, Role, Setting

WEEKS_A_MONTH = 4
WEEKS_A_YEAR, MONTHS_A_YEAR = 52, 12
MAX_WEEKS, MAX_MONTHS, MAX_YEARS = 260, 60, 5
MAX_WEEKLY_HOURS = 80
SETTING_WORDS = frozenset({*(setting.value for setting in Setting), *SETTING_GROUPS})
LISTS = ("roles", "kinds", "modes", "countries", "settings", "specialties")


def read(section: Section) -> ExperienceAsked | None:
    """``clinical_experience = { weeks = 8, roles = ["hands_on"], countries = ["US"], … }``."""
    sure, possible, length = _read_length(section)
    setting_names = section.names("settings", SETTING_WORDS)
    since, since_graduation = _read_since(section)
    asked = ExperienceAsked(
        words="",
        sure_weeks=sure,
        possible_weeks=possible,
        counted=section.choice("counted", Counted) or Counted.SUM,
        roles=section.choices("roles", Role),
        kinds=section.choices("kinds", Kind),
        modes=section.choices("modes", Mode),
        countries=section.countries(),
        settings=_settings(setting_names),
        specialties=section.names("specialties", SPECIALTIES),
        not_counting=section.choices("not_counting", Kind) or frozenset(),
        within=read_within(section),
        since=since,
        since_graduation=since_graduation,
        hours_a_week=section.integer("hours_a_week", low=1, high=MAX_WEEKLY_HOURS)
        or PART_TIME_BELOW_HOURS,
    )
    section.close()
    for key in LISTS:
        if section.data.get(key) == []:
            section.problem(key, f"'{key}' is an empty list, which nothing can satisfy.")
    if asked.kinds and asked.kinds <= asked.not_counting:
        section.problem("not_counting", "every kind that counts is also said not to count.")
    return plain_words(asked, length, setting_names or frozenset())


def _read_length(section: Section) -> tuple[int, int, str]:
    """Weeks on the strictest and on the mildest reading, and the length in words."""
    weeks = section.integer("weeks", low=1, high=MAX_WEEKS)
    months = section.integer("months", low=1, high=MAX_MONTHS)
    years = section.integer("years", low=1, high=MAX_YEARS)
    weeks_a_month = section.integer("weeks_a_month", low=4, high=5)
    given = [key for key in ("weeks", "months", "years") if key in section]
    if len(given) > 1:
        section.problem(given[1], f"give one length, not {both(given)}.")
    if weeks_a_month and not (months or years):
        section.problem("weeks_a_month", "'weeks_a_month' needs 'months' or 'years' beside it.")
    if weeks:
        return weeks, weeks, counted(weeks, "week")
    if months:
        return *_weeks_of(months, weeks_a_month), counted(months, "month")
    if years:
        return *_weeks_of(years * MONTHS_A_YEAR, weeks_a_month), counted(years, "year")
    return 1, 1, ""


def _weeks_of(months: int, weeks_a_month: int | None) -> tuple[int, int]:
    if weeks_a_month:
        return months * weeks_a_month, months * weeks_a_month
    return -(-months * WEEKS_A_YEAR // MONTHS_A_YEAR), months * WEEKS_A_MONTH


def _settings(names: frozenset[str] | None) -> frozenset[Setting] | None:
    if names is None:
        return None
    groups = (SETTING_GROUPS.get(name) or frozenset({Setting(name)}) for name in names)
    return frozenset[Setting]().union(*groups)


def _read_since(section: Section) -> tuple[date | None, bool]:
    """A day, or the medical degree: ``since = "graduation"``."""
    value = section.raw("since")
    if isinstance(value, str):
        if value != "graduation":
            section.problem("since", "'since' must be a day, or \"graduation\".")
        return None, value == "graduation"
    return section.day("since"), False
