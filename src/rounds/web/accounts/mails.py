"""The mails of accounts: subject, text and HTML of one message, from the same words."""

from dataclasses import dataclass

from django.template.loader import render_to_string

from rounds.web.accounts.models import StaffInvitation


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says."""

    subject: str
    text: str
    html: str


def invitation_mail(invitation: StaffInvitation, link: str) -> Mail:
    told = {"invitation": invitation, "link": link}
    return Mail(
        "You are invited to join the staff at Rounds",
        render_to_string("accounts/mail/invitation.txt", told),
        render_to_string("accounts/mail/invitation.html", told),
    )
