from datetime import date

import pytest

from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.shares import drop_share, keep_share
from rounds.web.programs.queries.quotas import shares_of
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db
VALUES = {
    "share_of": "img", "count": 9, "residents": 24, "as_of": date(2026, 7, 1),
    "source_name": "Residents' page", "source_url": "https://a.example/residents",
}  # fmt: skip


def keep(program, coordinator, **over):
    return keep_share(
        program=program, values={**VALUES, **over}, by=coordinator, at=NOW, on=date(2026, 11, 27)
    )


def test_the_newest_figure_stands_first(coordinator):
    program = make_bare_program()
    old = keep(program, coordinator, as_of=date(2025, 7, 1), count=1)
    new = keep(program, coordinator)

    assert shares_of(program) == [new, old]
    assert new.percent == 38
    assert "9 of 24" in Entry.objects.filter(verb="share_kept").latest("id").payload["share"]


def test_a_day_still_to_come_is_refused(coordinator):
    with pytest.raises(Refusal) as refused:
        keep(make_bare_program(), coordinator, as_of=date(2026, 11, 28))

    assert refused.value.params["field"] == "as_of"


def test_a_figure_taken_away_stays_in_history(coordinator):
    program = make_bare_program()
    drop_share(share=keep(program, coordinator), by=coordinator, at=NOW)

    assert shares_of(program) == []
    assert "9 of 24" in Entry.objects.get(verb="share_dropped").payload["share"]
