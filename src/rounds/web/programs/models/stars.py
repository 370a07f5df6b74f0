"""What a person wishes of a program."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from rounds.web.programs.models.programs import Program

MOST_WEIGHT = 10


class Star(models.Model):
    """How much a program counts in this person's plans; without a row it counts once.

    Weight 0 leaves the program out of plans.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="stars"
    )
    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="stars")
    weight = models.PositiveSmallIntegerField(default=3)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programs_star_once", fields=["user", "program"]),
            models.CheckConstraint(
                name="programs_star_weight_is_sane", condition=Q(weight__lte=MOST_WEIGHT)
            ),
        )

    def __str__(self) -> str:
        return f"{self.program}: {self.weight}"
