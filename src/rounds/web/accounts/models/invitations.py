"""Invitations of staff: a link by mail, of which only a hash is kept."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from rounds.web.accounts.models.people import StaffRole


class StaffInvitation(models.Model):
    """Asks the owner of an address to join the agency's staff in a role.

    ``token_hash`` is empty until the mail is sent: the token is made then and never kept.
    """

    email = models.EmailField("e-mail address")
    role = models.CharField(max_length=20, choices=StaffRole)
    invited_by = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    token_hash = models.CharField(max_length=64, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("email", "id")
        constraints = (
            models.CheckConstraint(
                name="accounts_invitation_email_in_small_letters",
                condition=Q(email=Lower("email")),
            ),
            models.CheckConstraint(
                name="accounts_invitation_role_is_known", condition=Q(role__in=StaffRole.values)
            ),
            models.CheckConstraint(
                name="accounts_invitation_ends_once",
                condition=Q(used_at__isnull=True) | Q(revoked_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="accounts_invitation_one_open_for_each_address",
                fields=["email"],
                condition=Q(used_at__isnull=True, revoked_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="accounts_invitation_token_once",
                fields=["token_hash"],
                condition=~Q(token_hash=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.email} ({self.get_role_display()})"

    def is_open(self, at: datetime) -> bool:
        return self.used_at is None and self.revoked_at is None and at < self.expires_at
