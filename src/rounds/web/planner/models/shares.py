"""A link under which somebody without an account sees a plan."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from rounds.web.planner.models.plans import Plan


class Share(models.Model):
    """``digest`` is the SHA-256 of the link's token; ``sealed`` the token itself, for its owner.

    ``with_facts`` adds the owner's name and ``facts``, what they had told when the link was made;
    without it nobody reads who they are.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="shares")
    digest = models.CharField(max_length=64, unique=True)
    sealed = models.TextField()
    facts = models.JSONField(default=list, blank=True)
    with_facts = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = (F("made_at").desc(), "-id")
        constraints = (
            models.CheckConstraint(
                name="planner_share_ends_after_it_began",
                condition=Q(expires_at__gt=F("made_at")),
            ),
        )

    def __str__(self) -> str:
        return f"share {self.pk} of {self.plan}"

    def is_live(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at
