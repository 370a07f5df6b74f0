import tomllib

import pytest

from rounds.data import shipped_names, shipped_text


def test_a_shipped_file_is_opened_by_its_name():
    assert "[[season]]" in shipped_text("eras/seasons.toml")


def test_the_files_of_a_folder_are_listed_by_ending_and_sorted():
    assert shipped_names("eras") == ("eras/seasons.toml",)
    assert shipped_names("eras", ".csv") == ()


def test_a_file_that_is_not_shipped_is_not_found():
    with pytest.raises(FileNotFoundError):
        shipped_text("eras/nothing.toml")


def test_every_season_says_where_its_dates_come_from():
    seasons = tomllib.loads(shipped_text("eras/seasons.toml"))["season"]

    assert all(season["source"].startswith("https://") for season in seasons)
