from datetime import UTC, datetime, timedelta

import pytest

from rounds.web.history.models import Entry
from rounds.web.outbox.models import Job
from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def noor(coordinator):
    return client_of(coordinator)


def make_job(**over):
    told = {"key": f"mail:{Job.objects.count()}", "task": "outbox.send_mail", "run_at": NOW,
            "made_at": NOW - timedelta(hours=1), **over}  # fmt: skip
    return Job.objects.create(**told)


def text(response):
    return " ".join(response.content.decode().split())


def test_what_is_stuck_says_what_it_is_and_why(noor):
    make_job(state="given_up", ended_at=NOW, attempts=8, last_error="SMTPServerDisconnected")
    make_job()

    page = text(noor.get("/desk/work/"))
    for words in (
        "Stuck (1)",
        "Send a mail",
        "8 attempts",
        "SMTPServerDisconnected",
        "1 piece waits",
    ):
        assert words in page
    assert 'href="/desk/work/"' in text(noor.get("/desk/"))


def test_it_is_tried_again(noor):
    job = make_job(state="given_up", ended_at=NOW, attempts=8, last_error="x")
    page = text(noor.post(f"/desk/work/{job.pk}/retry/", follow=True))

    job.refresh_from_db()
    assert (job.state, job.attempts) == ("waiting", 0)
    assert "tries it again now" in page
    assert Entry.objects.get().verb == "retried"


def test_it_is_dropped_for_a_reason(noor):
    job = make_job(state="given_up", ended_at=NOW, last_error="x")
    assert "Say why" in text(noor.post(f"/desk/work/{job.pk}/drop/", {"reason": " "}, follow=True))
    noor.post(f"/desk/work/{job.pk}/drop/", {"reason": "The address is gone"})
    job.refresh_from_db()
    assert job.state == "dropped"
    again = noor.post(f"/desk/work/{job.pk}/drop/", {"reason": "again"}, follow=True)
    assert "nothing to drop" in text(again)


def test_where_nothing_was_ever_done_a_worker_is_asked_for(noor):
    page = text(noor.get("/desk/work/"))

    assert "is a worker running?" in page
    assert "Nothing is stuck." in page


def test_many_stuck_jobs_cost_no_more_queries(noor, django_assert_max_num_queries):
    for _ in range(30):
        make_job(state="given_up", ended_at=NOW)
    with django_assert_max_num_queries(10):
        noor.get("/desk/work/")
