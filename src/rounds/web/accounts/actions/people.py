"""Verbs about accounts as a whole."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from rounds.web.accounts.actions.staff import keep_an_owner
from rounds.web.accounts.models import User
from rounds.web.history.actions import forget, record


def delete_account(*, user: User, at: datetime) -> None:
    """Erase a person and everything they told, and destroy the key to what history told of them.

    The last owner of the installation stays: somebody must be able to let others in.
    """
    with transaction.atomic():
        keep_an_owner(user)
        record(actor=user.ref, verb="deleted_account", object=user.ref, at=at)
        forget(subject=user.ref, at=at)
        keys = UserSession.objects.filter(user=user).values_list("session_key", flat=True)
        Session.objects.filter(session_key__in=list(keys)).delete()
        user.delete()
