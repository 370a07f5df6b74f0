"""Named reads of the outbox."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet

from rounds.web.outbox.models import Job, JobState

LATE = timedelta(minutes=15)
A_DAY = timedelta(days=1)


def stuck_jobs(*, now: datetime) -> QuerySet[Job]:
    """Given up, failing, or waiting long after they were due; oldest first."""
    late = Q(state=JobState.WAITING, run_at__lt=now - LATE)
    failing = Q(state=JobState.WAITING) & ~Q(last_error="")
    given_up = Q(state=JobState.GIVEN_UP)
    return Job.objects.filter(given_up | failing | late).order_by("run_at", "id")


@dataclass(frozen=True, slots=True)
class Sight:
    """How the work goes: what waits, what was done in the last day, and when something was."""

    waiting: int
    done_today: int
    last_done: datetime | None


def work_in_sight(*, now: datetime) -> Sight:
    done = Q(state=JobState.DONE)
    return Sight(
        **Job.objects.aggregate(
            waiting=Count("pk", filter=Q(state=JobState.WAITING)),
            done_today=Count("pk", filter=done & Q(ended_at__gt=now - A_DAY)),
            last_done=Max("ended_at", filter=done),
        )
    )
