from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from rounds.web.outbox.models import Job
from rounds.web.outbox.tasks import clear, send_mail


def test_a_mail_without_html_has_text_alone():
    send_mail(to="a@b.example", subject="S", text="T")

    assert (mail.outbox[0].body, mail.outbox[0].alternatives) == ("T", [])


@pytest.mark.django_db
def test_what_is_long_done_is_cleared():
    long_ago = timezone.now() - timedelta(days=31)
    Job.objects.create(
        key="recurring:x",
        task="a.b",
        state="done",
        run_at=long_ago,
        made_at=long_ago,
        ended_at=long_ago,
    )
    clear()

    assert Job.objects.count() == 0
