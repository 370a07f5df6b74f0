"""The mails of accounts; those of sign-in are templates of allauth."""

from rounds.web.accounts.models import StaffInvitation
from rounds.web.kit.mails import Mail, drawn_mail


def invitation_mail(invitation: StaffInvitation, link: str) -> Mail:
    told = {"invitation": invitation, "link": link}
    subject = "You are invited to join the staff at Rounds"
    return drawn_mail(subject, "accounts/mail/invitation", told)
