from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.db import transaction

from rounds.web.history.models import Entry
from rounds.web.history.queries import entries_about
from rounds.web.kit.refusal import Refusal
from rounds.web.outbox import tasks
from rounds.web.outbox.actions import (
    KEPT_RECURRING,
    LEASE,
    MOST_ATTEMPTS,
    clear_old_jobs,
    enqueue,
    enqueue_mail,
    fail_job,
    finish_job,
    function_of,
    give_up,
    give_up_deadly_jobs,
    retry_now,
    take_job,
)
from rounds.web.outbox.models import Job, JobState

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def put(key="one", at=NOW):
    with transaction.atomic():
        enqueue(key=key, task="outbox.send_mail", arguments={"to": "a@b.example"}, at=at)


def test_work_outside_a_transaction_is_a_bug(committed):
    with pytest.raises(transaction.TransactionManagementError):
        enqueue(key="one", task="outbox.send_mail", arguments={}, at=NOW)


def test_what_is_rolled_back_leaves_no_work(committed):
    with transaction.atomic():
        enqueue(key="one", task="outbox.send_mail", arguments={}, at=NOW)
        transaction.set_rollback(True)

    assert Job.objects.count() == 0


@pytest.mark.django_db
def test_a_known_key_does_nothing_even_after_the_work_is_done():
    put()
    finish_job(job=take_job(now=NOW), now=NOW)
    put()

    assert list(Job.objects.values_list("key", "state")) == [("one", "done")]


@pytest.mark.django_db
def test_a_job_is_taken_when_it_is_due_and_not_before():
    put(at=NOW + timedelta(minutes=1))

    assert take_job(now=NOW) is None
    assert take_job(now=NOW + timedelta(minutes=1)).key == "one"


@pytest.mark.django_db
def test_a_job_somebody_holds_is_not_taken_and_is_taken_over_after_the_lease():
    put()
    first = take_job(now=NOW)

    assert take_job(now=NOW + LEASE - timedelta(seconds=1)) is None
    second = take_job(now=NOW + LEASE)
    assert (second.pk, second.attempts) == (first.pk, 2)


@pytest.mark.django_db
def test_a_worker_that_lost_its_job_cannot_finish_or_fail_it():
    put()
    lost = take_job(now=NOW)
    take_job(now=NOW + LEASE)
    finish_job(job=lost, now=NOW + LEASE)
    fail_job(job=lost, error="late", now=NOW + LEASE)

    job = Job.objects.get()
    assert (job.state, job.last_error, job.attempts) == ("waiting", "", 2)


@pytest.mark.django_db
def test_the_text_of_a_mail_is_dropped_once_it_is_sent():
    with transaction.atomic():
        enqueue_mail(key="mail", to="a@b.example", subject="Hello", text="Secret")
    job = Job.objects.get()
    assert job.arguments == {"to": "a@b.example", "subject": "Hello", "text": "Secret", "html": ""}

    finish_job(job=take_job(now=job.run_at), now=job.run_at)
    assert Job.objects.get().arguments == {}


@pytest.mark.django_db
def test_a_failed_job_waits_longer_each_time_and_is_given_up_in_the_end():
    put()
    now, waits = NOW, []
    for _ in range(MOST_ATTEMPTS):
        job = take_job(now=now)
        fail_job(job=job, error="SMTPServerDisconnected", now=now)
        job.refresh_from_db()
        waits.append(int((job.run_at - now).total_seconds()))
        now = max(now, job.run_at)

    assert waits == [30, 120, 480, 1920, 7680, 0]
    assert (job.state, job.last_error) == (JobState.GIVEN_UP, "SMTPServerDisconnected")
    assert take_job(now=now + timedelta(days=9)) is None


@pytest.mark.parametrize(
    "task",
    [
        "os.system",
        "outbox.tasks.send_mail",
        "Outbox.send",
        "x",
        "rounds.web.outbox.actions.enqueue",
    ],
)
def test_only_tasks_of_our_apps_can_be_named(task):
    with pytest.raises((ValueError, ImportError)):
        function_of(task)


def test_a_task_is_named_shortly_or_in_full():
    assert function_of("outbox.send_mail") is tasks.send_mail
    assert function_of("rounds.web.outbox.tasks.send_mail") is tasks.send_mail


@pytest.mark.django_db
def test_a_slip_in_a_tasks_name_is_found_when_it_is_put_in():
    with pytest.raises(ImportError):
        enqueue(key="one", task="outbox.sent_mail", arguments={}, at=NOW)


@pytest.mark.django_db
def test_a_subject_stays_on_one_line():
    enqueue_mail(key="mail", to="a@b.example", subject="Hello\nBcc: x@y.example", text="")

    assert Job.objects.get().arguments["subject"] == "Hello Bcc: x@y.example"


@pytest.mark.django_db
def test_a_job_that_ends_its_worker_each_time_is_given_up_after_the_last_attempt():
    put()
    for number in range(MOST_ATTEMPTS):
        assert take_job(now=NOW + number * LEASE).attempts == number + 1
    end = NOW + MOST_ATTEMPTS * LEASE

    give_up_deadly_jobs(now=end - timedelta(seconds=1))
    assert Job.objects.get().state == JobState.WAITING
    assert take_job(now=end) is None
    give_up_deadly_jobs(now=end)
    job = Job.objects.get()
    assert (job.state, job.last_error) == (
        JobState.GIVEN_UP,
        "The worker ended in the middle of the last attempt.",
    )


@pytest.mark.django_db
def test_recurring_work_is_forgotten_long_after_it_was_done_and_other_work_never():
    for key, days in (("recurring:a", 31), ("recurring:b", 29), ("mail:1", 99)):
        put(key, at=NOW - timedelta(days=days))
        finish_job(job=take_job(now=NOW), now=NOW - timedelta(days=days))
    put("recurring:c", at=NOW - timedelta(days=31))
    assert timedelta(days=30) == KEPT_RECURRING

    clear_old_jobs(now=NOW)
    keys = list(Job.objects.order_by("key").values_list("key", flat=True))
    assert keys == ["mail:1", "recurring:b", "recurring:c"]


@pytest.fixture
def given_up():
    put()
    job = take_job(now=NOW)
    Job.objects.update(attempts=MOST_ATTEMPTS)
    job.refresh_from_db()
    fail_job(job=job, error="SMTPServerDisconnected", now=NOW)
    return job


@pytest.mark.django_db
def test_stuck_work_is_tried_again_with_all_attempts_and_history_says_who_asked(given_up):
    retry_now(job=given_up, by="user:7", at=NOW)

    assert take_job(now=NOW).attempts == 1
    (entry,) = entries_about(object=f"job:{given_up.pk}")
    assert (entry.actor, entry.verb, entry.payload) == ("user:7", "retried", {"key": "one"})


@pytest.mark.django_db
def test_stuck_work_is_dropped_with_a_reason_and_what_it_carried_goes(given_up):
    give_up(job=given_up, reason=" Sent by hand. ", by="user:7", at=NOW)

    given_up.refresh_from_db()
    assert (given_up.state, given_up.arguments, given_up.ended_at) == (JobState.DROPPED, {}, NOW)
    (entry,) = entries_about(object=f"job:{given_up.pk}")
    assert entry.payload == {"key": "one", "reason": "Sent by hand."}


@pytest.mark.django_db
def test_nothing_is_dropped_without_a_reason(given_up):
    with pytest.raises(Refusal) as refused:
        give_up(job=given_up, reason="  ", by="user:7", at=NOW)

    assert refused.value.code == "reason_missing"
    given_up.refresh_from_db()
    assert given_up.state == JobState.GIVEN_UP


@pytest.mark.django_db
@pytest.mark.parametrize("verb", [retry_now, partial(give_up, reason="Sent by hand.")])
def test_work_in_a_workers_hands_and_work_that_is_done_are_left_alone(verb):
    put()
    job = take_job(now=NOW)
    with pytest.raises(Refusal) as refused:
        verb(job=job, by="user:7", at=NOW)
    assert refused.value.code == "job_not_stuck"

    finish_job(job=job, now=NOW)
    with pytest.raises(Refusal) as refused:
        verb(job=job, by="user:7", at=NOW + LEASE)
    assert refused.value.code == "job_not_stuck"
    assert Entry.objects.count() == 0
