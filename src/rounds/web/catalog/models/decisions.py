"""The agency's own decisions where state law is unknown; they never lift what is forbidden."""

from django.db import models
from django.db.models import F, Q


class AgencyDecision(models.Model):
    """Dated, named, with counsel's reference.

    ``states``, ``kinds``, ``statuses``, ``roles`` and ``modes`` are lists of the core's words; an
    empty list of roles or modes covers all of them. A withdrawn decision stays as a row and
    decides nothing.
    """

    code = models.SlugField(max_length=80, unique=True)
    allows = models.BooleanField()
    states = models.JSONField()
    kinds = models.JSONField()
    statuses = models.JSONField()
    roles = models.JSONField(default=list, blank=True)
    modes = models.JSONField(default=list, blank=True)
    decided_by = models.CharField(max_length=200)
    counsel = models.CharField(max_length=200)
    reason = models.TextField()
    decided_on = models.DateField()
    until = models.DateField()
    is_fictional = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="catalog_decision_ends_after_it_was_taken",
                condition=Q(until__gte=F("decided_on")),
            ),
        )

    def __str__(self) -> str:
        return self.code
