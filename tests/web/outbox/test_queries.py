from datetime import UTC, datetime, timedelta

import pytest

from rounds.web.outbox.models import Job
from rounds.web.outbox.queries import LATE, stuck_jobs, work_in_sight

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.mark.django_db
def test_stuck_is_what_was_given_up_fails_or_waits_long_after_it_was_due():
    def add(key, state, run_at, error=""):
        ended_at = None if state == "waiting" else NOW
        times = {"run_at": run_at, "made_at": NOW, "ended_at": ended_at}
        Job.objects.create(key=key, task="a.b", state=state, last_error=error, **times)

    add("late", "waiting", NOW - LATE - timedelta(seconds=1))
    add("in time", "waiting", NOW - LATE)
    add("given up", "given_up", NOW)
    add("failing", "waiting", NOW + timedelta(minutes=2), "OSError")
    add("done", "done", NOW - timedelta(days=9))
    add("dropped", "dropped", NOW - timedelta(days=9), "OSError")

    assert [job.key for job in stuck_jobs(now=NOW)] == ["late", "given up", "failing"]


@pytest.mark.django_db
def test_how_the_work_goes_is_one_query(django_assert_num_queries):
    for n, ended in enumerate((NOW, NOW - timedelta(days=2), None)):
        Job.objects.create(
            key=str(n), task="a.b", state="done" if ended else "waiting", run_at=NOW, made_at=NOW,
            ended_at=ended,
        )  # fmt: skip
    with django_assert_num_queries(1):
        sight = work_in_sight(now=NOW)

    assert (sight.waiting, sight.done_today, sight.last_done) == (1, 1, NOW)
