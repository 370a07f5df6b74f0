from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from rounds.web.desk.models import ImportRun

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.fixture
def run(coordinator):
    return ImportRun.objects.create(
        kind="hospitals", file_name="cms.csv", content=b"", read_on=date(2026, 11, 1), rows=0,
        same=0, counts={}, lines=[], is_blocked=False, made_by=coordinator, made_at=NOW,
    )  # fmt: skip


@pytest.mark.parametrize("wrong", [{"state": "lost"}, {"state": "applied"}, {"ended_at": NOW}])
def test_the_database_knows_how_a_run_ends(run, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ImportRun.objects.update(**wrong)


def test_a_run_outlives_the_account_of_who_made_it(run, coordinator):
    coordinator.delete()

    assert ImportRun.objects.get().made_by is None
    assert str(ImportRun.objects.get()) == "cms.csv"
