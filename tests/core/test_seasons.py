from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.core.errors import BadInput
from rounds.core.seasons import (
    PublishedSeason,
    next_season_year,
    read_seasons,
    season_for,
    with_own_dates,
)
from rounds.core.vocabulary import SeasonStatus, Stage
from rounds.data import shipped_text

TODAY = date(2026, 11, 22)
SHIPPED = read_seasons(shipped_text("eras/seasons.toml"), "eras/seasons.toml")
ONE = PublishedSeason(2027, date(2026, 9, 2), date(2027, 3, 3), date(2027, 7, 1), "somewhere")


def test_the_shipped_seasons_are_those_published():
    assert [season.year for season in SHIPPED] == [2026, 2027]
    assert SHIPPED[1].apply_on == date(2026, 9, 2)


def test_a_published_season_keeps_its_dates_and_its_own_rules():
    season = season_for(2027, today=TODAY, published=SHIPPED)

    assert season.status is SeasonStatus.PUBLISHED
    assert (season.year, season.rules_from, season.today) == (2027, 2027, TODAY)
    assert (season.apply_on, season.rank_on, season.start_on) == (
        date(2026, 9, 2),
        date(2027, 3, 3),
        date(2027, 7, 1),
    )
    assert season.source == SHIPPED[1].source


def test_the_season_after_is_projected_364_days_later_on_the_same_weekdays():
    season = season_for(2028, today=TODAY, published=SHIPPED)

    assert season.status is SeasonStatus.PROJECTED
    assert (season.apply_on, season.rank_on, season.start_on) == (
        date(2027, 9, 1),
        date(2028, 3, 1),
        date(2028, 6, 29),
    )
    assert season.apply_on.weekday() == SHIPPED[1].apply_on.weekday()
    assert season.rules_from == 2027
    assert season.source == f"projected from 2027: {SHIPPED[1].source}"


def test_two_years_ahead_is_twice_364_days():
    season = season_for(2029, today=TODAY, published=SHIPPED)

    assert season.apply_on == date(2026, 9, 2) + timedelta(days=728)
    assert season.rules_from == 2027


@pytest.mark.parametrize("year", [2025, 2101])
def test_a_year_without_dates_is_refused(year):
    with pytest.raises(
        ValueError, match=f"no dates are known for season {year}; the first is 2026"
    ):
        season_for(year, today=TODAY, published=SHIPPED)


def test_the_last_year_that_can_be_projected_is_2100():
    assert season_for(2100, today=TODAY, published=SHIPPED).year == 2100


def test_a_season_may_be_given_own_dates_and_says_so():
    season = with_own_dates(
        season_for(2028, today=TODAY, published=SHIPPED), apply_on=date(2027, 9, 29)
    )

    assert season.status is SeasonStatus.USER
    assert season.apply_on == date(2027, 9, 29)
    assert season.rank_on == date(2028, 3, 1)
    assert season.start_on == date(2028, 6, 29)
    assert season.source.startswith("dates given by the user; otherwise projected from 2027")


def test_own_dates_may_change_ranking_and_start():
    base = season_for(2028, today=TODAY, published=SHIPPED)
    season = with_own_dates(base, rank_on=date(2028, 2, 29), start_on=date(2028, 7, 1))

    assert (season.apply_on, season.rank_on, season.start_on) == (
        base.apply_on,
        date(2028, 2, 29),
        date(2028, 7, 1),
    )


@pytest.mark.parametrize(
    ("apply_on", "rank_on"),
    [(date(2028, 3, 1), None), (None, date(2028, 6, 29)), (None, date(2027, 9, 1))],
)
def test_own_dates_out_of_order_are_refused(apply_on, rank_on):
    base = season_for(2028, today=TODAY, published=SHIPPED)

    with pytest.raises(ValueError, match="season 2028: apply, rank and start must follow"):
        with_own_dates(base, apply_on=apply_on, rank_on=rank_on)


def test_each_stage_has_its_day_and_interviews_a_first_and_last():
    season = season_for(2028, today=TODAY, published=SHIPPED)

    assert season.days_of(Stage.APPLY) == (date(2027, 9, 1),)
    assert season.days_of(Stage.INTERVIEW) == (date(2027, 9, 1), date(2028, 3, 1))
    assert season.days_of(Stage.RANK) == (date(2028, 3, 1),)
    assert season.days_of(Stage.START) == (date(2028, 6, 29),)


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2025, 9, 2), 2026),
        (date(2025, 9, 3), 2027),
        (date(2026, 9, 1), 2027),
        (date(2026, 9, 2), 2028),
        (date(2027, 8, 31), 2028),
        (date(2027, 9, 1), 2029),
    ],
)
def test_the_next_season_is_the_first_that_opens_after_today(today, year):
    assert next_season_year(today=today, published=SHIPPED) == year


@given(st.dates(date(2026, 1, 1), date(2090, 1, 1)))
def test_the_next_season_opens_after_today_and_the_one_before_does_not(today):
    year = next_season_year(today=today, published=(ONE,))

    assert season_for(year, today=today, published=(ONE,)).apply_on > today
    if year > ONE.year:
        assert season_for(year - 1, today=today, published=(ONE,)).apply_on <= today


def problems(text):
    with pytest.raises(BadInput) as caught:
        read_seasons(text, "s.toml")
    return [str(problem) for problem in caught.value.problems]


SEASON_2027 = """[[season]]
year = 2027
apply_on = 2026-09-02
rank_on = 2027-03-03
start_on = 2027-07-01
source = "somewhere"
"""


def test_seasons_are_read_oldest_first():
    older = SEASON_2027.replace("2027", "2020").replace("2026", "2019")

    assert [one.year for one in read_seasons(SEASON_2027 + older, "s.toml")] == [2020, 2027]
    assert read_seasons(SEASON_2027, "s.toml") == (
        PublishedSeason(2027, date(2026, 9, 2), date(2027, 3, 3), date(2027, 7, 1), "somewhere"),
    )


def test_a_note_may_stand_beside_a_season():
    assert read_seasons(SEASON_2027 + 'note = "seen on a poster"\n', "s.toml")[0].year == 2027


def test_an_empty_file_of_seasons_is_refused():
    assert problems("") == ["s.toml: season: the file holds no season."]


def test_a_season_told_twice_is_refused():
    assert problems(SEASON_2027 * 2) == ["s.toml:1: season: told twice: season 2027."]


def test_every_missing_date_of_a_season_is_named():
    assert problems("[[season]]\nyear = 2027\n") == [
        "s.toml:1: season[0].apply_on: 'apply_on' is missing; add it.",
        "s.toml:1: season[0].rank_on: 'rank_on' is missing; add it.",
        "s.toml:1: season[0].source: 'source' is missing; add it.",
        "s.toml:1: season[0].start_on: 'start_on' is missing; add it.",
    ]


def test_the_dates_of_a_season_must_follow_each_other():
    text = SEASON_2027.replace("2027-03-03", "2027-07-01")

    assert problems(text) == [
        "s.toml:4: season[0].rank_on: apply_on, rank_on and start_on must follow each other."
    ]


@pytest.mark.parametrize(
    ("year", "other"), [("2026-09-02", "2025-09-02"), ("2027-07-01", "2028-07-01")]
)
def test_the_dates_of_a_season_belong_to_its_year(year, other):
    assert problems(SEASON_2027.replace(year, other)) == [
        (
            "s.toml:2: season[0].year: season 2027 opens in 2026; "
            "its rank lists and its training are of 2027."
        )
    ]


@pytest.mark.parametrize("year", ["2019", "2101"])
def test_a_year_out_of_bounds_is_refused(year):
    assert problems(SEASON_2027.replace("year = 2027", f"year = {year}")) == [
        f"s.toml:2: season[0].year: 'year' must be a whole number from 2020 to 2100, not {year}."
    ]


def test_a_season_without_a_year_is_refused():
    assert problems(SEASON_2027.replace("year = 2027\n", "")) == [
        "s.toml:1: season[0].year: 'year' is missing; add it."
    ]


def test_several_seasons_told_twice_are_named_together():
    older = SEASON_2027.replace("2027", "2020").replace("2026", "2019")

    assert problems((SEASON_2027 + older) * 2) == [
        "s.toml:1: season: told twice: season 2020, 2027."
    ]


@pytest.mark.parametrize("rank_on", ["2026-09-02", "2026-09-01"])
def test_ranking_comes_after_applying(rank_on):
    (problem,) = problems(SEASON_2027.replace("2027-03-03", rank_on))

    assert problem.endswith("apply_on, rank_on and start_on must follow each other.")


def test_rank_lists_may_be_due_before_the_new_year_but_not_a_year_early():
    early = SEASON_2027.replace("2027-03-03", "2026-12-15")

    assert read_seasons(early, "s.toml")[0].rank_on == date(2026, 12, 15)


@pytest.mark.parametrize("year", [2027, 2028])
def test_a_season_knows_from_which_day_it_is_seen(year):
    assert season_for(year, today=TODAY, published=SHIPPED).today == TODAY
