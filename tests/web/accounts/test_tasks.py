from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from rounds.web.accounts.models import StaffInvitation
from rounds.web.accounts.tasks import send_invitation

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.fixture
def invitation(time_machine, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    time_machine.move_to(NOW)
    return StaffInvitation.objects.create(
        email="new@agency.example", role="reader", invited_by="user:1", made_at=NOW,
        expires_at=NOW + timedelta(days=7),
    )  # fmt: skip


def test_the_link_leads_to_the_site_it_was_made_for(invitation):
    send_invitation(invitation=invitation.pk, site="https://rounds.example/")

    assert "https://rounds.example/join/" in mail.outbox[0].body
    assert "https://rounds.example/join/" in mail.outbox[0].alternatives[0][0]


def test_what_is_over_or_gone_is_not_sent(invitation, time_machine):
    time_machine.move_to(NOW + timedelta(days=8))
    send_invitation(invitation=invitation.pk, site="https://rounds.example/")
    send_invitation(invitation=0, site="https://rounds.example/")

    assert mail.outbox == []
