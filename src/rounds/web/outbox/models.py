"""Work to do after a change: a row written in the same transaction, done by a worker."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q


class JobState(models.TextChoices):
    WAITING = "waiting", "Waiting"
    DONE = "done", "Done"
    GIVEN_UP = "given_up", "Given up"
    DROPPED = "dropped", "Dropped"


class Job(models.Model):
    """``key`` makes a job unique for good; ``task`` is ``app.function`` of an app's tasks.

    A worker that takes a job holds it until ``leased_until``; if the worker dies, another one
    takes the job after that moment. ``done``, ``given_up`` and ``dropped`` are ends.
    """

    key = models.CharField(max_length=200, unique=True)
    task = models.CharField(max_length=100)
    arguments = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    state = models.CharField(max_length=20, choices=JobState, default=JobState.WAITING)
    run_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="outbox_job_state_is_known", condition=Q(state__in=JobState.values)
            ),
            models.CheckConstraint(
                name="outbox_job_ends_once",
                condition=Q(state="waiting", ended_at__isnull=True)
                | (~Q(state="waiting") & Q(ended_at__isnull=False)),
            ),
        )
        indexes = (models.Index(name="outbox_job_due", fields=["state", "run_at"]),)

    def __str__(self) -> str:
        return self.key
