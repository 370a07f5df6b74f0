from datetime import UTC, datetime

import pytest

from rounds.web.history.actions import record
from rounds.web.history.queries import entries_about


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
def test_entries_about_a_thing_come_oldest_first_in_one_query(rows, django_assert_num_queries):
    for hour in reversed(range(rows)):
        at = datetime(2026, 11, 22, hour, tzinfo=UTC)
        record(actor="system", verb=f"did-{hour}", object="booking:12", at=at)
    record(actor="system", verb="did", object="booking:13", at=datetime(2026, 1, 1, tzinfo=UTC))

    with django_assert_num_queries(1):
        verbs = [entry.verb for entry in entries_about(object="booking:12")]

    assert verbs == [f"did-{hour}" for hour in range(rows)]
