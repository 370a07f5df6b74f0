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
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from rounds.web.outbox import tasks, worker
from rounds.web.outbox.actions import LEASE, enqueue, enqueue_mail, function_of
from rounds.web.outbox.models import Job
from rounds.web.outbox.worker import do_next, start_recurring, what_failed

NOW = datetime(2026, 1, 27, 9, 7, tzinfo=UTC)


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
        "recurring:outbox.send_mail:2026-01-27T09:00",
        "recurring:outbox.send_mail:2026-01-27T09:15",
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


# ── real processes ───────────────────────────────────────────────────────────────────────────

PROCESS = """
import os, sys, time
import django
django.setup()
from django.conf import settings
from django.db import connections
settings.RECURRING_TASKS = ()
connections["default"].settings_dict["NAME"] = sys.argv[1]
from rounds.web.outbox import tasks

def note(word):
    with open(sys.argv[2], "a") as file:
        file.write(word + "\\n")

def probe(word, seconds):
    note("began " + word)
    time.sleep(seconds)
    note("ended " + word)

tasks.probe = probe
from rounds.cli.worker import worker
worker()
"""


@pytest.fixture
def notes(tmp_path, monkeypatch, committed):
    """What the task ``outbox.probe`` noted, here and in every worker's process."""
    place = tmp_path / "notes"
    place.touch()

    def probe(word, seconds):
        with place.open("a") as file:
            file.write(f"here {word}\n")

    monkeypatch.setattr(tasks, "probe", probe, raising=False)
    return place


@pytest.fixture
def start_worker(notes):
    """``rounds worker`` as a process of its own on this test's database."""
    started = []

    def start():
        name = str(connection.settings_dict["NAME"])
        env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        command = [sys.executable, "-c", PROCESS, name, str(notes)]
        started.append(subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def wait_until(is_so):
    until = time.monotonic() + 15
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_the_job_of_a_killed_worker_is_taken_over_after_its_lease(notes, start_worker):
    put("outbox.probe", word="one", seconds=60)
    worker = start_worker()
    wait_until(lambda: notes.read_text() == "began one\n")
    worker.send_signal(signal.SIGKILL)
    worker.wait()

    now = timezone.now()
    assert do_next(now=now) is False
    assert do_next(now=now + LEASE) is True
    assert notes.read_text() == "began one\nhere one\n"
    assert Job.objects.values_list("state", "attempts").get() == ("done", 2)


def test_a_worker_told_to_stop_ends_what_it_began_and_begins_nothing_more(notes, start_worker):
    put("outbox.probe", key="one", word="one", seconds=0.5)
    put("outbox.probe", key="two", word="two", seconds=0)
    worker = start_worker()
    wait_until(lambda: notes.read_text() == "began one\n")
    worker.send_signal(signal.SIGTERM)
    _, said = worker.communicate(timeout=20)

    assert (worker.returncode, notes.read_text()) == (0, "began one\nended one\n")
    assert said.splitlines() == ["Working.", "Stopped; nothing was left half done."]
    states = dict(Job.objects.filter(task="outbox.probe").values_list("key", "state"))
    assert states == {"one": "done", "two": "waiting"}


def test_several_workers_do_each_job_once(notes, start_worker):
    words = [str(number) for number in range(60)]
    for word in words:
        put("outbox.probe", key=word, word=word, seconds=0.005)
    workers = [start_worker() for _ in range(3)]
    jobs = Job.objects.filter(task="outbox.probe")
    wait_until(lambda: not jobs.filter(state="waiting").exists())
    for one in workers:
        one.send_signal(signal.SIGTERM)
    assert [one.wait(timeout=20) for one in workers] == [0, 0, 0]

    ended = [line.removeprefix("ended ") for line in notes.read_text().splitlines()]
    assert sorted(line for line in ended if line in words) == sorted(words)
    assert set(jobs.values_list("attempts", flat=True)) == {1}


def test_a_worker_outlives_a_database_that_does_not_answer(committed, monkeypatch, settings):
    settings.RECURRING_TASKS = ()
    monkeypatch.setattr(worker, "PAUSE_WITHOUT_DATABASE_SECONDS", 0.05)
    with transaction.atomic():
        enqueue_mail(key="one", to="a@b.example", subject="S", text="T")
    failures = iter([OperationalError("no connection"), InterfaceError("closed")])

    def answer(execute, sql, params, many, context):
        for failure in failures:
            raise failure
        return execute(sql, params, many, context)

    stop = threading.Event()

    def run():
        with connection.execute_wrapper(answer):
            worker.work(stop)

    thread = threading.Thread(target=run)
    thread.start()
    wait_until(lambda: Job.objects.filter(state="done").exists())
    stop.set()
    thread.join(timeout=20)

    assert [next(failures, None), len(mail.outbox)] == [None, 1]
