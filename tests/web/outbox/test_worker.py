import os
import re
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from cronsim import CronSim
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

from rounds.web.outbox import worker
from rounds.web.outbox.actions import LEASE, enqueue, enqueue_mail, function_of
from rounds.web.outbox.models import Job
from rounds.web.outbox.worker import do_next, start_recurring, what_failed

NOW = datetime(2026, 11, 27, 9, 7, tzinfo=UTC)


def put(task, key="one", **arguments):
    with transaction.atomic():
        enqueue(key=key, task=task, arguments=arguments, at=NOW)


@pytest.mark.django_db
def test_a_mail_is_sent_once():
    with transaction.atomic():
        enqueue_mail(key="welcome:7", to="ana@b.example", subject="Hello", text="Hi", html="<p>Hi")
        enqueue_mail(key="welcome:7", to="ana@b.example", subject="Hello", text="Hi")
    now = timezone.now()

    assert [do_next(now=now), do_next(now=now)] == [True, False]
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["ana@b.example"], "Hello", "Hi")
    assert [kind for _, kind in sent.alternatives] == ["text/html"]


@pytest.mark.django_db
def test_a_failing_task_leaves_the_worker_alive_and_names_no_content(caplog):
    put("outbox.send_mail", to="secret@b.example", nonsense=1)

    assert do_next(now=NOW) is True
    assert Job.objects.get().last_error.startswith("TypeError in worker.py, line ")
    assert "secret" not in caplog.text


def test_an_error_is_told_by_its_kind_and_place_and_without_its_words():
    try:
        int("secret@b.example")
    except ValueError as error:
        told = what_failed(error)

    assert re.fullmatch(r"ValueError in test_worker\.py, line \d+", told)
    assert what_failed(ValueError("secret")) == "ValueError"


def test_every_recurring_entry_names_a_task_and_a_time(settings):
    for pattern, task in settings.RECURRING_TASKS:
        assert callable(function_of(task))
        assert next(CronSim(pattern, NOW)) > NOW


@pytest.mark.django_db
def test_recurring_work_is_put_in_once_for_its_moment(settings):
    settings.RECURRING_TASKS = (("*/15 * * * *", "outbox.send_mail"),)
    start_recurring(now=NOW)
    start_recurring(now=NOW + timedelta(minutes=1))
    start_recurring(now=NOW + timedelta(minutes=9))

    assert list(Job.objects.order_by("id").values_list("key", flat=True)) == [
        "recurring:outbox.send_mail:2026-11-27T09:00",
        "recurring:outbox.send_mail:2026-11-27T09:15",
    ]


def test_a_worker_ends_when_it_is_told_to(committed, settings):
    settings.RECURRING_TASKS = ()
    with transaction.atomic():
        enqueue_mail(key="one", to="a@b.example", subject="S", text="T")
    stop = threading.Event()
    thread = threading.Thread(target=worker.work, args=(stop,))
    thread.start()
    until = time.monotonic() + 20
    while not Job.objects.filter(state="done").exists() and time.monotonic() < until:
        time.sleep(0.05)
    stop.set()
    thread.join(timeout=20)

    assert not thread.is_alive()
    assert Job.objects.get().state == "done"


DIES = """
import os, signal, sys
import django
django.setup()
from django.db import connections
connections["default"].settings_dict["NAME"] = sys.argv[1]
from django.utils import timezone
from rounds.web.outbox.actions import take_job
assert take_job(now=timezone.now()).key == "one"
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_job_of_a_killed_worker_is_taken_over_and_done_once(committed):
    with transaction.atomic():
        enqueue_mail(key="one", to="a@b.example", subject="S", text="T")
    name = str(connection.settings_dict["NAME"])
    killed = subprocess.run(
        [sys.executable, "-c", DIES, name],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        check=False,
    )

    assert killed.returncode == -signal.SIGKILL
    now = timezone.now()
    assert do_next(now=now) is False
    assert do_next(now=now + LEASE) is True
    assert len(mail.outbox) == 1
