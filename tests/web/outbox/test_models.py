from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from rounds.web.outbox.models import Job

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"state": "odd"}, {"state": "done"}, {"state": "waiting", "ended_at": NOW}]
)
def test_a_job_is_waiting_or_has_ended(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(**{"key": "k", "task": "a.b", "run_at": NOW, "made_at": NOW, **wrong})


def test_a_job_is_called_by_its_key():
    assert str(Job(key="mail:7")) == "mail:7"
