"""The day on which the planner's tests stand still, and a search that is short."""

from datetime import UTC, datetime

import pytest


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(datetime(2026, 11, 27, 9, tzinfo=UTC), tick=False)
    return time_machine
