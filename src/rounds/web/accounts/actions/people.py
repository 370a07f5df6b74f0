"""Verbs about accounts as a whole."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from rounds.web.accounts.models import StaffMember, StaffRole, User
from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal


def delete_account(*, user: User, at: datetime) -> None:
    """Erase a person and everything they told; history keeps that a person of that number was.

    The last owner of the installation stays: somebody must be able to let others in.
    """
    member = getattr(user, "staff_member", None)
    if member and member.role == StaffRole.OWNER and not _other_owners(user):
        raise Refusal(
            "last_owner", "You are the only owner. Make another person owner first, then delete."
        )
    with transaction.atomic():
        record(actor=user.ref, verb="deleted_account", object=user.ref, at=at)
        for session in Session.objects.iterator():
            if session.get_decoded().get("_auth_user_id") == str(user.pk):
                session.delete()
        user.delete()


def _other_owners(user: User) -> bool:
    owners = StaffMember.objects.filter(role=StaffRole.OWNER, ended_at__isnull=True)
    return owners.exclude(user=user).exists()
