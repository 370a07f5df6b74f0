from datetime import date

import pytest
import time_machine

from rounds.cli.loading import (
    load_applicant,
    load_offers,
    load_programs,
    load_season,
    older_programs,
    today_or,
)
from rounds.cli.options import Options
from rounds.core.vocabulary import SeasonStatus

TODAY = date(2026, 11, 22)


@time_machine.travel("2026-11-22 12:00", tick=False)
def test_today_is_the_computers_day_unless_another_is_given():
    assert today_or(Options(), None) == TODAY
    assert today_or(Options(), "2027-03-01") == date(2027, 3, 1)


def test_without_a_year_the_next_season_is_planned_and_it_is_projected():
    season = load_season(Options(), None, today=TODAY, apply_on=None)

    assert (season.year, season.apply_on, season.status) == (
        2028,
        date(2027, 9, 1),
        SeasonStatus.PROJECTED,
    )


def test_an_own_day_of_applying_makes_the_season_the_applicants_own():
    season = load_season(Options(), "2028", today=TODAY, apply_on="2027-10-15")

    assert (season.apply_on, season.status) == (date(2027, 10, 15), SeasonStatus.USER)


def test_a_day_of_applying_after_the_rank_list_is_refused():
    options = Options()

    load_season(options, "2028", today=TODAY, apply_on="2028-12-01")

    assert [problem.sentence for problem in options.problems] == [
        (
            "2028-12-01 does not lie in the year before 2028-03-01, the rank-list deadline of "
            "season 2028."
        )
    ]


@pytest.mark.parametrize("year", ["1999", "next", "2034"])
def test_a_season_nobody_can_know_is_refused(year):
    options = Options()

    load_season(options, year, today=TODAY, apply_on=None)

    assert [problem.sentence for problem in options.problems] == [
        f'"{year}" is not a whole number from 2026 to 2033.'
    ]


def test_a_day_of_applying_years_before_the_season_is_refused():
    options = Options()

    load_season(options, "2028", today=TODAY, apply_on="2020-01-01")

    assert [problem.key for problem in options.problems] == ["--apply-on"]


def test_a_season_whose_rank_lists_closed_is_over():
    options = Options()

    load_season(options, "2026", today=TODAY, apply_on=None)

    (problem,) = options.problems
    assert problem.sentence.startswith("2026 is over: its rank lists closed on 2026-")
    assert problem.sentence.endswith("Leave it out to answer for season 2028.")


@pytest.mark.parametrize("text", ["2019-12-31", "2061-01-01"])
def test_a_day_of_asking_outside_what_rounds_knows_is_refused(text):
    options = Options()

    today_or(options, text)

    assert [problem.sentence for problem in options.problems] == [
        f"{text}: give a year from 2020 to 2060."
    ]


def test_the_older_layer_is_real_and_has_35_programs():
    programs = older_programs()

    assert len(programs) == 35
    assert not any(program.is_fictional for program in programs)


def test_programs_come_from_files_and_folders_and_from_the_older_layer(examples):
    options = Options()

    found = load_programs(options, [examples / "programs.toml"], with_older=True)

    assert len(found) == 12 + 35
    assert options.problems == []


def test_a_folder_is_read_whole_and_an_empty_one_is_told(tmp_path, examples):
    text = (examples / "programs.toml").read_text("utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.toml").write_text(text, "utf-8")
    (tmp_path / "empty").mkdir()
    options = Options()

    found = load_programs(options, [tmp_path / "deep", tmp_path / "empty"], with_older=False)

    assert len(found) == 12
    assert [problem.sentence for problem in options.problems] == [
        f"the folder {tmp_path / 'empty'} holds no file that ends in .toml."
    ]


def test_a_program_given_twice_is_told_once_a_time(examples):
    options = Options()
    path = examples / "programs.toml"

    load_programs(options, [path, path], with_older=False)

    assert len(options.problems) == 12
    assert options.problems[0].sentence == (
        "the program acornbury-family is given twice; keep one."
    )


def test_nothing_given_is_told_with_what_belongs_there():
    options = Options()

    load_applicant(options, None)
    load_programs(options, [], with_older=False)
    load_offers(options, None)

    assert [problem.sentence for problem in options.problems] == [
        "is missing; add --applicant FILE, the facts about the person.",
        "is missing; add --programs FILE or FOLDER, the programs' rules.",
        "is missing; add --offers FILE, the rotations on offer.",
    ]


def test_the_problems_of_every_file_are_kept(tmp_path):
    for name in ("a.toml", "p.toml", "o.csv"):
        (tmp_path / name).write_text("nonsense = 1\n", "utf-8")
    options = Options()

    assert load_applicant(options, tmp_path / "a.toml") is None
    assert load_programs(options, [tmp_path / "p.toml"], with_older=False) == ()
    assert load_offers(options, tmp_path / "o.csv") == ()
    assert {problem.file for problem in options.problems} == {
        str(tmp_path / name) for name in ("a.toml", "p.toml", "o.csv")
    }
