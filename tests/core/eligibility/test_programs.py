from dataclasses import replace
from datetime import date

import pytest

from rounds.core.eligibility.programs import Program, cycle_of, is_current
from rounds.core.values import Source
from rounds.core.vocabulary import Coverage, SeasonStatus, Topic
from tests.core.eligibility.makers import SEASON

PAGE = Source("https://example.org", "archived copy", "2026-11")


@pytest.mark.parametrize(
    ("as_of", "cycle"),
    [
        ("2024-2025", 2025),
        ("2024-25", 2025),
        ("2024/25", 2025),
        ("2024–25", 2025),
        ("2018", 2018),
        ("for 2027", 2027),
        ("c. 1999", 1999),
        ("c.2000s", 2000),
        ("spring", None),
        ("", None),
        ("20245", None),
    ],
)
def test_the_cycle_a_page_names(as_of, cycle):
    assert cycle_of(replace(PAGE, as_of=as_of)) == cycle


@pytest.mark.parametrize(
    ("read_on", "cycle"), [("2026-05", 2026), ("2026-06", 2027), ("2026-12", 2027)]
)
def test_a_live_page_without_a_year_speaks_of_the_cycle_open_when_it_was_read(read_on, cycle):
    live = replace(PAGE, via="live page", read_on=read_on)

    assert cycle_of(live) == cycle
    assert cycle_of(replace(live, as_of="some year")) is None


@pytest.mark.parametrize(
    ("as_of", "projected", "published"),
    [
        ("2025-2026", False, False),
        ("2026-2027", True, False),
        ("2027-2028", True, True),
        ("2028-2029", False, False),
        ("", False, False),
    ],
)
def test_a_rule_is_current_from_the_last_published_cycle_to_the_planned_one(
    as_of, projected, published
):
    page = replace(PAGE, as_of=as_of)
    once_published = replace(SEASON, status=SeasonStatus.PUBLISHED, rules_from=2028)

    assert is_current(page, SEASON) is projected
    assert is_current(page, once_published) is published


def test_a_rule_recomputed_every_year_expires_with_its_own():
    assert not is_current(replace(PAGE, as_of="2026-2027"), SEASON, recomputed_yearly=True)
    assert is_current(replace(PAGE, as_of="2027-2028"), SEASON, recomputed_yearly=True)


def test_a_topic_nobody_looked_at_is_not_read():
    program = Program(
        id="p",
        name="P",
        specialty="pediatrics",
        state="NY",
        source=PAGE,
        requirements=(),
        coverage=((Topic.EXPERIENCE, Coverage.EXPRESSLY_NONE),),
    )

    assert program.coverage_of(Topic.EXPERIENCE) is Coverage.EXPRESSLY_NONE
    assert program.coverage_of(Topic.LETTERS) is Coverage.NOT_READ
    assert SEASON.today == date(2026, 11, 22)
