from datetime import UTC, date, datetime

import pytest

from rounds.web.catalog.models import SavedSearch
from rounds.web.catalog.queries.saved_searches import (
    search_of,
    searches_due,
    searches_of,
    stop_token,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def keep(user, name="A", **over):
    return SavedSearch.objects.create(
        **{"user": user, "name": name, "query": name, "made_at": NOW, "seen_at": NOW, **over}
    )


def test_due_searches_come_person_by_person(applicant, other_applicant):
    keep(other_applicant)
    keep(applicant, "B")
    keep(applicant, "A")
    keep(applicant, "paused", is_paused=True)
    keep(applicant, "told", mailed_on=NOW.date())

    due = list(searches_due(on=date(2026, 11, 27)))
    assert [[one.name for one in group] for group in due] == [["A", "B"], ["A"]]
    assert [one.name for one in searches_of(user=applicant)] == ["A", "B", "paused", "told"]


def test_a_token_opens_its_own_search_and_nothing_else(applicant):
    search = keep(applicant)

    assert search_of(token=stop_token(search)) == search
    assert search_of(token=f"{search.pk}:forged") is None
    token = stop_token(search)
    search.delete()
    assert search_of(token=token) is None
