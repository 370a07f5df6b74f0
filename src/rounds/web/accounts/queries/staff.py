"""Named reads about the agency's staff."""

from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet

from rounds.web.accounts.models import StaffInvitation, StaffMember, StaffRole, User


def members() -> QuerySet[StaffMember]:
    """Everybody who is or was of the agency: who is first, then who was."""
    return StaffMember.objects.select_related("user").order_by("ended_at", "user__email")


def current_members() -> QuerySet[StaffMember]:
    return StaffMember.objects.filter(ended_at__isnull=True)


def other_owners(user: User) -> QuerySet[StaffMember]:
    """The owners who would stay without this person."""
    return current_members().filter(role=StaffRole.OWNER).exclude(user=user)


def open_invitations() -> QuerySet[StaffInvitation]:
    """Neither taken nor taken back; also those whose days are over, which can be sent again."""
    return StaffInvitation.objects.filter(used_at__isnull=True, revoked_at__isnull=True)


def invitation_of(*, token: str, at: datetime) -> StaffInvitation | None:
    """The invitation a link opens at a moment, or ``None`` for a link that opens nothing."""
    found = open_invitations().filter(token_hash=hash_of(token)).first()
    return found if found and found.is_open(at) else None


def hash_of(token: str) -> str:
    """What is kept of a link's token; the purpose goes in, so that it opens nothing else."""
    return sha256(f"staff-invitation:{token}".encode()).hexdigest()
