from datetime import UTC, datetime

from rounds.web.accounts.mails import invitation_mail
from rounds.web.accounts.models import StaffInvitation


def test_text_and_html_say_the_same_and_hold_the_link():
    invitation = StaffInvitation(
        email="new@agency.example", role="reader", expires_at=datetime(2026, 12, 4, tzinfo=UTC)
    )
    mail = invitation_mail(invitation, "https://rounds.example/join/abc/")

    for said in (mail.text, mail.html):
        assert "as reader" in said
        assert "https://rounds.example/join/abc/" in said
        assert "December 4, 2026" in said
    assert "<a " not in mail.text
