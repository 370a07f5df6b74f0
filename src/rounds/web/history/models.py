"""The audit trail: who did what to what, when; rows are added and never changed."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q


class Entry(models.Model):
    """UPDATE and DELETE are refused by triggers (migration 0002)."""

    at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    verb = models.CharField(max_length=100)
    object = models.CharField(max_length=200)
    payload = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name_plural = "entries"
        constraints = (
            models.CheckConstraint(
                name="history_entry_says_who_did_what",
                condition=~Q(actor="") & ~Q(verb="") & ~Q(object=""),
            ),
        )
        indexes = (models.Index(name="history_entry_of_object", fields=["object", "at"]),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.object}"
