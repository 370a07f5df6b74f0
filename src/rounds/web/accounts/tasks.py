"""What workers do for accounts."""

from django.urls import reverse
from django.utils import timezone

from rounds.web.accounts.actions.invitations import issue_token
from rounds.web.accounts.mails import invitation_mail
from rounds.web.accounts.queries.staff import open_invitations
from rounds.web.outbox.tasks import send_mail


def send_invitation(*, invitation: int, site: str) -> None:
    """Make the link and mail it at once; it is kept nowhere else. Nothing if it was taken back."""
    found = open_invitations().filter(pk=invitation).first()
    now = timezone.now()
    if found is None or not found.is_open(now):
        return
    token = issue_token(invitation=found, at=now)
    mail = invitation_mail(found, site.rstrip("/") + reverse("accounts:join", args=[token]))
    send_mail(to=found.email, subject=mail.subject, text=mail.text, html=mail.html)
