"""Named reads of the outbox."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from rounds.web.outbox.models import Job, JobState

LATE = timedelta(minutes=15)


def stuck_jobs(*, now: datetime) -> QuerySet[Job]:
    """Given up, failing, or waiting long after they were due; oldest first."""
    late = Q(state=JobState.WAITING, run_at__lt=now - LATE)
    failing = Q(state=JobState.WAITING) & ~Q(last_error="")
    given_up = Q(state=JobState.GIVEN_UP)
    return Job.objects.filter(given_up | failing | late).order_by("run_at", "id")
