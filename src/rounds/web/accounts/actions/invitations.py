"""Verbs about invitations of staff: invite, send again, take back, join."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from allauth.account.models import EmailAddress
from django.db import transaction

from rounds.web.accounts.models import StaffInvitation, StaffMember, StaffRole, User
from rounds.web.accounts.queries.staff import current_members, hash_of, invitation_of
from rounds.web.accounts.queries.staff import open_invitations as open_ones
from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal
from rounds.web.outbox.actions import enqueue

VALID = timedelta(days=7)
GONE = Refusal(
    "invitation_gone",
    "This invitation was used, taken back, replaced by a newer one, or its seven days are over. "
    "Ask whoever invited you for a new one.",
)


def invite_staff(
    *, email: str, role: StaffRole, site: str, by: str, at: datetime
) -> StaffInvitation:
    """Ask somebody to join; ``site`` is the address of the home page, for the link."""
    address = email.strip().lower()
    with transaction.atomic():
        _refuse_twice(address)
        invitation = StaffInvitation.objects.create(
            email=address, role=role, invited_by=by, made_at=at, expires_at=at + VALID
        )
        _note(invitation, "invited", by, at)
        _send(invitation, site, at)
    return invitation


def _refuse_twice(address: str) -> None:
    if current_members().filter(user__email=address).exists():
        raise Refusal("already_staff", f"{address} is of the staff already. Change the role there.")
    if open_ones().filter(email=address).exists():
        raise Refusal(
            "already_invited",
            f"{address} is invited already. Send that invitation again, or take it back first.",
        )


def resend_invitation(
    *, invitation: StaffInvitation, site: str, by: str, at: datetime
) -> StaffInvitation:
    """A new link for seven days from now; the one sent before opens nothing any more."""
    with transaction.atomic():
        changed = open_ones().filter(pk=invitation.pk).update(
            expires_at=at + VALID, token_hash="", sent_at=None
        )  # fmt: skip
        if not changed:
            raise GONE
        _note(invitation, "sent_invitation_again", by, at)
        _send(invitation, site, at)
    invitation.refresh_from_db()
    return invitation


def revoke_invitation(*, invitation: StaffInvitation, by: str, at: datetime) -> None:
    with transaction.atomic():
        if not open_ones().filter(pk=invitation.pk).update(revoked_at=at, token_hash=""):
            raise GONE
        _note(invitation, "revoked_invitation", by, at)


def issue_token(*, invitation: StaffInvitation, at: datetime) -> str:
    """Make the token when its mail is sent, so that it stands in that mail and nowhere else."""
    token = token_urlsafe(32)
    open_ones().filter(pk=invitation.pk).update(token_hash=hash_of(token), sent_at=at)
    return token


def accept_invitation(*, token: str, at: datetime) -> User:
    """Make the holder of the link one of the staff, with an account if there was none.

    Nobody is signed in by this: the account is entered by its own code and second factor.
    """
    with transaction.atomic():
        found = invitation_of(token=token, at=at)
        if not (found and open_ones().filter(pk=found.pk).update(used_at=at, token_hash="")):
            raise GONE
        user = _account_of(found.email)
        StaffMember.objects.update_or_create(
            user=user, defaults={"role": found.role, "since": at, "ended_at": None}
        )
        _note(found, "joined_staff", user.ref, at)
    return user


def _account_of(address: str) -> User:
    """The link came by mail to this address, so the address is theirs."""
    user = User.objects.filter(email=address).first() or User.objects.create_user(address)
    if not EmailAddress.objects.filter(user=user, email=address).update(verified=True):
        EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    return user


def _send(invitation: StaffInvitation, site: str, at: datetime) -> None:
    enqueue(
        key=f"invitation:{invitation.pk}:{at.isoformat()}",
        task="accounts.send_invitation",
        arguments={"invitation": invitation.pk, "site": site},
        at=at,
    )


def _note(invitation: StaffInvitation, verb: str, by: str, at: datetime) -> None:
    """The address stands in the invitation and not in history, which never forgets."""
    told = {"role": invitation.role}
    record(actor=by, verb=verb, object=f"invitation:{invitation.pk}", at=at, payload=told)
