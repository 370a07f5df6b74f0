"""Verbs about members of the staff; somebody must always be able to let others in."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from rounds.web.accounts.models import StaffMember, StaffRole, User
from rounds.web.accounts.queries.staff import current_members, other_owners
from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal


def change_role(*, member: StaffMember, role: StaffRole, by: User, at: datetime) -> StaffMember:
    with transaction.atomic():
        before = _current(member)
        if role != StaffRole.OWNER:
            keep_an_owner(before.user)
        member.role = role
        member.save(update_fields=["role"])
        payload = {"before": before.role, "after": role.value}
        _note(member, "changed_role", by, at, payload)
    return member


def end_membership(*, member: StaffMember, by: User, at: datetime) -> StaffMember:
    """From now on this is an account as any other; what the person did stays in history."""
    with transaction.atomic():
        keep_an_owner(_current(member).user)
        member.ended_at = max(at, member.since)
        member.save(update_fields=["ended_at"])
        _note(member, "ended_membership", by, at, {})
    return member


def keep_an_owner(user: User) -> None:
    """Refuse what would leave the agency without an owner; two at once wait for each other."""
    owners = list(current_members().filter(role=StaffRole.OWNER).select_for_update())
    if any(owner.user_id == user.pk for owner in owners) and not other_owners(user).exists():
        raise Refusal(
            "last_owner",
            f"{user} is the only owner, and the agency needs one. "
            "Make another person owner first, then try again.",
        )


def _current(member: StaffMember) -> StaffMember:
    found = current_members().select_related("user").filter(pk=member.pk).first()
    if found is None:
        raise Refusal("membership_ended", "This person is no longer of the staff. Invite again.")
    return found


def _note(
    member: StaffMember, verb: str, by: User, at: datetime, payload: Mapping[str, object]
) -> None:
    record(actor=by.ref, verb=verb, object=f"user:{member.user_id}", at=at, payload=payload)
