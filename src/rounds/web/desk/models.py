"""Files brought to the desk: what each would do, and whether it was done."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from rounds.web.accounts.models import User


class RunState(models.TextChoices):
    LOOKED = "looked", "Looked at"
    APPLIED = "applied", "Applied"
    DROPPED = "dropped", "Dropped"


class ImportRun(models.Model):
    """One file and what it would do, or did, line by line.

    ``content`` is the file itself, packed, until the run ends. ``digest`` names the report that a
    person looked at: a file is applied only when it would still do just that.
    """

    kind = models.CharField(max_length=20)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    source = models.CharField(max_length=100, blank=True)
    read_on = models.DateField()
    state = models.CharField(max_length=20, choices=RunState, default=RunState.LOOKED)
    rows = models.PositiveIntegerField()
    same = models.PositiveIntegerField()
    counts = models.JSONField()
    lines = models.JSONField(encoder=DjangoJSONEncoder)
    is_blocked = models.BooleanField()
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, related_name="import_runs"
    )
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="desk_import_state_is_known", condition=Q(state__in=RunState.values)
            ),
            models.CheckConstraint(
                name="desk_import_ends_once",
                condition=Q(state="looked", ended_at__isnull=True)
                | (~Q(state="looked") & Q(ended_at__isnull=False)),
            ),
        )
        indexes = (models.Index(name="desk_import_by_day", fields=["made_at"]),)

    def __str__(self) -> str:
        return self.file_name
