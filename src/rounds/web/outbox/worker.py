"""Does what is due: in a thread of the demo's web process, or in processes of their own."""

import logging
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

from cronsim import CronSim
from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections, transaction
from django.utils import timezone

from rounds.web.outbox.actions import (
    enqueue,
    fail_job,
    finish_job,
    function_of,
    give_up_deadly_jobs,
    take_job,
)
from rounds.web.outbox.models import Job

log = logging.getLogger(__name__)
PAUSE_SECONDS, PAUSE_WITHOUT_DATABASE_SECONDS = 1.0, 5.0


def do_next(*, now: datetime) -> bool:
    """Do the next due job, if there is one. A failure is noted with the job, not raised."""
    job = take_job(now=now)
    if job is None:
        return False
    try:
        function_of(job.task)(**job.arguments)
    except Exception as error:  # noqa: BLE001 -- whatever a task meets must not end the worker
        told = what_failed(error)
        log.warning("%s failed: %s", job.task, told)
        fail_job(job=job, error=told, now=timezone.now())
    else:
        finish_job(job=job, now=timezone.now())
    return True


def what_failed(error: BaseException) -> str:
    """Kind and place of an error without its words, which may quote a person's address."""
    places = [f"{name}, line {line}" for name, line in _places(error.__traceback__)]
    return f"{type(error).__name__} in {places[-1]}" if places else type(error).__name__


def _places(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace is not None:
        yield Path(trace.tb_frame.f_code.co_filename).name, trace.tb_lineno
        trace = trace.tb_next


def start_recurring(*, now: datetime) -> None:
    """Put in what is due by the clock: of each entry the last due moment, once for all workers."""
    for pattern, task in settings.RECURRING_TASKS:
        moment = next(CronSim(pattern, now + timedelta(seconds=1), reverse=True))
        key = f"recurring:{task}:{moment:%Y-%m-%dT%H:%M}"
        if not Job.objects.filter(key=key).exists():
            with transaction.atomic():
                enqueue(key=key, task=task, arguments={}, at=moment)


def work(stop: threading.Event) -> None:
    """Until told to stop; a job begun is finished first. Without a database, wait and try again."""
    minute = ""
    while not stop.is_set():
        close_old_connections()
        now = timezone.now()
        try:
            if minute != (minute := f"{now:%H:%M}"):
                give_up_deadly_jobs(now=now)
                start_recurring(now=now)
            busy = do_next(now=now)
        except (DatabaseError, InterfaceError) as error:
            log.warning("The database does not answer: %s", type(error).__name__)
            minute = ""
            stop.wait(PAUSE_WITHOUT_DATABASE_SECONDS)
            continue
        if not busy:
            stop.wait(PAUSE_SECONDS)
    close_old_connections()


def start_thread() -> threading.Event:
    """A worker beside the demo's pages; it ends with their process."""
    stop = threading.Event()
    threading.Thread(target=work, args=(stop,), name="outbox", daemon=True).start()
    return stop
