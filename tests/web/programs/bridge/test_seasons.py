from datetime import date

import pytest

from rounds.core.vocabulary import SeasonStatus
from rounds.web.programs.bridge.seasons import next_season, season_of


def test_the_next_season_is_the_first_that_still_takes_applications():
    assert next_season(date(2026, 9, 1)).year == 2027
    assert next_season(date(2026, 9, 2)).year == 2028


def test_a_season_beyond_the_calendar_is_projected():
    assert season_of(2029, today=date(2026, 11, 27)).status is SeasonStatus.PROJECTED


def test_a_season_nobody_has_dates_for_is_refused():
    with pytest.raises(ValueError, match="no dates are known for season 2019"):
        season_of(2019, today=date(2026, 11, 27))
