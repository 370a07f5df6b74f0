"""Verbs of the outbox: put work in, take it, finish it, try again, give up."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal
from rounds.web.outbox.models import Job, JobState

LEASE = timedelta(minutes=5)
FIRST_WAIT, MOST_ATTEMPTS = timedelta(seconds=30), 6
KEPT_RECURRING = timedelta(days=30)
TASK = re.compile(r"rounds\.web\.[a-z]+\.tasks\.[a-z_]+|[a-z]+\.[a-z_]+")


def function_of(task: str) -> Callable[..., None]:
    """``catalog.alert``, or in full ``rounds.web.catalog.tasks.alert``: a function of an app."""
    if not TASK.fullmatch(task):
        raise ValueError(f"{task} names no task")
    parts = task.removeprefix("rounds.web.").split(".")
    found: Callable[..., None] = import_string(f"rounds.web.{parts[0]}.tasks.{parts[-1]}")
    return found


def enqueue(*, key: str, task: str, arguments: Mapping[str, object], at: datetime) -> None:
    """Put a job in, inside the transaction that makes it necessary; a known key does nothing."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("enqueue() belongs inside a transaction")
    function_of(task)  # a slip in the name is found here, and not by a worker at night
    job = Job(key=key, task=task, arguments=dict(arguments), run_at=at, made_at=at)
    Job.objects.bulk_create([job], ignore_conflicts=True)


def enqueue_mail(*, key: str, to: str, subject: str, text: str, html: str = "") -> None:
    """Put a mail in; it is sent by a worker after the transaction is committed."""
    one_line = " ".join(subject.split())
    arguments = {"to": to, "subject": one_line, "text": text, "html": html}
    enqueue(key=key, task="outbox.send_mail", arguments=arguments, at=timezone.now())


# ── what workers do with jobs ────────────────────────────────────────────────────────────────


def take_job(*, now: datetime) -> Job | None:
    """The next job that is due and that no living worker holds, leased to the caller."""
    due = _free(now).filter(run_at__lte=now, attempts__lt=MOST_ATTEMPTS)
    if not due.exists():  # so that an idle worker takes no lock
        return None
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        job = due.order_by("run_at", "id").first()
        if job is None:
            return None
        job.leased_until, job.attempts = now + LEASE, job.attempts + 1
        job.save(update_fields=["leased_until", "attempts"])
    return job


def finish_job(*, job: Job, now: datetime) -> None:
    """Done; what it carried is dropped, so that no mail's text stays behind."""
    _still_ours(job).update(
        state=JobState.DONE, ended_at=now, leased_until=None, arguments={}, last_error=""
    )


def fail_job(*, job: Job, error: str, now: datetime) -> None:
    """Tried in vain: wait four times as long as before, and give up after the last attempt."""
    if job.attempts >= MOST_ATTEMPTS:
        _still_ours(job).update(
            state=JobState.GIVEN_UP, ended_at=now, leased_until=None, last_error=error[:300]
        )
        return
    wait = FIRST_WAIT * 4 ** (job.attempts - 1)
    _still_ours(job).update(run_at=now + wait, leased_until=None, last_error=error[:300])


def give_up_deadly_jobs(*, now: datetime) -> None:
    """A job whose last allowed attempt ended with its worker is not handed to yet another one."""
    _free(now).filter(attempts__gte=MOST_ATTEMPTS).update(
        state=JobState.GIVEN_UP,
        ended_at=now,
        leased_until=None,
        last_error="The worker ended in the middle of the last attempt.",
    )


def clear_old_jobs(*, now: datetime) -> None:
    """Recurring work that is long done is forgotten: its key names a moment that is over."""
    Job.objects.filter(
        key__startswith="recurring:", state=JobState.DONE, ended_at__lt=now - KEPT_RECURRING
    ).delete()


# ── what people do with stuck work ───────────────────────────────────────────────────────────


def retry_now(*, job: Job, by: str, at: datetime) -> None:
    """Try again, now and with all attempts, what was given up or waits for its next attempt."""
    with transaction.atomic():
        changed = (
            _open(at)
            .filter(pk=job.pk)
            .update(state=JobState.WAITING, ended_at=None, leased_until=None, run_at=at, attempts=0)
        )
        if not changed:
            raise Refusal(
                "job_not_stuck", "This work is done, dropped or being done; nothing to retry."
            )
        record(actor=by, verb="retried", object=f"job:{job.pk}", at=at, payload={"key": job.key})


def give_up(*, job: Job, reason: str, by: str, at: datetime) -> None:
    """Drop work for good; what it carried goes, the reason stays in history."""
    if not reason.strip():
        raise Refusal("reason_missing", "Say why this work is dropped; it will not be done later.")
    with transaction.atomic():
        changed = (
            _open(at)
            .filter(pk=job.pk)
            .update(state=JobState.DROPPED, ended_at=at, leased_until=None, arguments={})
        )
        if not changed:
            raise Refusal(
                "job_not_stuck", "This work is done, dropped or being done; nothing to drop."
            )
        payload = {"key": job.key, "reason": reason.strip()}
        record(actor=by, verb="dropped", object=f"job:{job.pk}", at=at, payload=payload)


def _free(now: datetime) -> QuerySet[Job]:
    """Waiting, and in no living worker's hands."""
    unleased = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    return Job.objects.filter(unleased, state=JobState.WAITING)


def _open(now: datetime) -> QuerySet[Job]:
    """Neither done nor dropped, and in no living worker's hands."""
    unleased = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    return Job.objects.filter(unleased, state__in=(JobState.WAITING, JobState.GIVEN_UP))


def _still_ours(job: Job) -> QuerySet[Job]:
    """The row, unless another worker took the job over meanwhile: each taking counts one more."""
    return Job.objects.filter(pk=job.pk, state=JobState.WAITING, attempts=job.attempts)
