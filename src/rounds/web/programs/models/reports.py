"""What people report about a program: its page says something else now."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from rounds.web.programs.models.programs import Program


class ReportState(models.TextChoices):
    """A report waits for a curator, who takes it in or declines it."""

    WAITING = "waiting", "Waiting"
    TAKEN = "taken", "Taken in"
    DECLINED = "declined", "Declined"


class ChangeReport(models.Model):
    """One report with the address where the change can be read."""

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="change_reports",
    )
    url = models.URLField("address of the page", max_length=500)
    words = models.TextField("what has changed", max_length=1000)
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.WAITING)
    answer = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("made_at", "id")
        constraints = (
            models.CheckConstraint(
                name="programs_report_state_is_known", condition=Q(state__in=ReportState.values)
            ),
            models.CheckConstraint(
                name="programs_report_settled_once",
                condition=Q(state="waiting", settled_at__isnull=True)
                | (~Q(state="waiting") & Q(settled_at__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.program}: {self.url}"
