from datetime import date

import pytest

from rounds.core.eligibility.case import Anchor, Within
from rounds.core.eligibility.criteria.clinical_experience import Counted, ExperienceAsked
from rounds.core.errors import BadInput
from rounds.core.vocabulary import CLINIC, Kind, Mode, Role
from tests.core.eligibility.makers import rule


def read(clause):
    return rule(f"clinical_experience = {{ {clause} }}")


def problems(clause):
    with pytest.raises(BadInput) as caught:
        read(clause)
    return [str(p).removeprefix("rule.toml:1: ") for p in caught.value.problems]


def test_every_key_of_the_clause_is_read():
    assert read(
        'weeks = 8, counted = "one_rotation", roles = ["hands_on"], kinds = ["elective"], '
        'modes = ["in_person"], countries = ["US"], settings = ["clinic"], '
        'specialties = ["pediatrics"], not_counting = ["research"], '
        'within = { years = 2, to = "apply" }, since = 2025-01-01, hours_a_week = 30'
    ) == ExperienceAsked(
        words="at least 8 weeks of hands-on clinical experience in person as an elective in "
        "pediatrics (setting: clinic) in the US in one rotation within 2 years before applying "
        "since Jan 1, 2025 at 30 hours a week or more (research does not count)",
        sure_weeks=8,
        possible_weeks=8,
        counted=Counted.ONE_ROTATION,
        roles=frozenset({Role.HANDS_ON}),
        kinds=frozenset({Kind.ELECTIVE}),
        modes=frozenset({Mode.IN_PERSON}),
        countries=frozenset({"US"}),
        settings=CLINIC,
        specialties=frozenset({"pediatrics"}),
        not_counting=frozenset({Kind.RESEARCH}),
        within=Within(2, 0, Anchor.APPLY),
        since=date(2025, 1, 1),
        since_graduation=False,
        hours_a_week=30,
    )


def test_a_clause_without_anything_asks_for_a_week_of_any_sort():
    assert read("") == ExperienceAsked("some clinical experience", 1, 1)


@pytest.mark.parametrize(
    ("length", "sure", "possible"),
    [
        ("weeks = 6", 6, 6),
        ("weeks = 260", 260, 260),
        ("months = 1", 5, 4),
        ("months = 3", 13, 12),
        ("months = 6", 26, 24),
        ("months = 60", 260, 240),
        ("years = 1", 52, 48),
        ("years = 5", 260, 240),
        ("months = 3, weeks_a_month = 4", 12, 12),
        ("years = 1, weeks_a_month = 5", 60, 60),
    ],
)
def test_months_and_years_have_a_strict_and_a_mild_reading(length, sure, possible):
    asked = read(length)

    assert (asked.sure_weeks, asked.possible_weeks) == (sure, possible)


def test_since_graduation_is_no_day():
    asked = read('since = "graduation"')

    assert (asked.since, asked.since_graduation) == (None, True)


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        (
            "weeks = 8, months = 2",
            ["clinical_experience.months: give one length, not weeks and months."],
        ),
        (
            "months = 8, years = 2",
            ["clinical_experience.years: give one length, not months and years."],
        ),
        (
            "months = 8, weeks_a_month = 6",
            [
                (
                    "clinical_experience.weeks_a_month: 'weeks_a_month' must be a whole number "
                    "from 4 to 5, not 6."
                )
            ],
        ),
        (
            "weeks_a_month = 4",
            [
                (
                    "clinical_experience.weeks_a_month: 'weeks_a_month' needs 'months' or 'years' "
                    "beside it."
                )
            ],
        ),
        (
            "weeks = 261",
            ["clinical_experience.weeks: 'weeks' must be a whole number from 1 to 260, not 261."],
        ),
        (
            "hours_a_week = 81",
            [
                (
                    "clinical_experience.hours_a_week: 'hours_a_week' must be a whole number from "
                    "1 to 80, not 81."
                )
            ],
        ),
        (
            'since = "school"',
            ["clinical_experience.since: 'since' must be a day, or \"graduation\"."],
        ),
        (
            'not_counting = ["elective"], kinds = ["elective"]',
            ["clinical_experience.not_counting: every kind that counts is also said not to count."],
        ),
        (
            "wekes = 4",
            ["clinical_experience.wekes: 'wekes' is not known here; did you mean \"weeks\"?"],
        ),
    ],
)
def test_a_wrong_clause_is_refused_with_a_sentence(clause, found):
    assert problems(clause) == found


@pytest.mark.parametrize("key", ["roles", "kinds", "modes", "countries", "settings", "specialties"])
def test_an_empty_list_can_be_satisfied_by_nothing(key):
    assert problems(f"{key} = []") == [
        f"clinical_experience.{key}: '{key}' is an empty list, which nothing can satisfy."
    ]


def test_all_problems_of_a_clause_are_told_at_once():
    assert len(problems('weeks = 0, roles = ["boss"], settings = ["moon"], within = {}')) == 4
