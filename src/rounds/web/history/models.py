"""The audit trail: who did what to what, when; rows are added and never changed."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q


class Entry(models.Model):
    """UPDATE and DELETE are refused by triggers (migrations 0002 and 0003).

    What an entry tells about a person (``subject``) is not in ``payload`` but in ``sealed``,
    encrypted with that person's key.
    """

    at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    verb = models.CharField(max_length=100)
    object = models.CharField(max_length=200)
    payload = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    subject = models.CharField(max_length=200, blank=True)
    sealed = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "entries"
        constraints = (
            models.CheckConstraint(
                name="history_entry_says_who_did_what",
                condition=~Q(actor="") & ~Q(verb="") & ~Q(object=""),
            ),
            models.CheckConstraint(
                name="history_entry_seals_what_is_personal",
                condition=Q(subject="", sealed="") | (~Q(subject="") & Q(payload={})),
            ),
        )
        indexes = (
            models.Index(name="history_entry_of_object", fields=["object", "at"]),
            models.Index(name="history_entry_of_subject", fields=["subject", "at"]),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.object}"


class SubjectKey(models.Model):
    """The key of all that history tells about one person, sealed with the installation's keys.

    Forgetting a person empties ``sealed_key``; the row stays, so that no new key is made.
    """

    subject = models.CharField(max_length=200, unique=True)
    sealed_key = models.TextField(blank=True)
    made_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="history_subjectkey_is_there_or_destroyed",
                condition=Q(sealed_key="", destroyed_at__isnull=False)
                | (~Q(sealed_key="") & Q(destroyed_at__isnull=True)),
            ),
        )

    def __str__(self) -> str:
        return self.subject
