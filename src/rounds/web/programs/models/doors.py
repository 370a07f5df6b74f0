"""Doors as they were judged last: one row a person, program and season."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from rounds.core.vocabulary import Door
from rounds.web.programs.models.programs import Program

HASH_LENGTH = 64


class DoorSheet(models.Model):
    """What one person's doors for one season were judged by.

    They hold as long as the facts have the same hash, on that very day: as days pass, a sitting
    still to come becomes a result, and a window moves on.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="door_sheets"
    )
    season_year = models.PositiveSmallIntegerField()
    facts_hash = models.CharField(max_length=HASH_LENGTH)
    judged_on = models.DateField()
    judged_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programs_doorsheet_once", fields=["user", "season_year"]),
        )

    def __str__(self) -> str:
        return f"doors of {self.user} for {self.season_year}"


class DoorVerdict(models.Model):
    """One program's door. ``causes`` and ``later`` are words of the core, by commas.

    ``rule_hash`` stands for the rules it was judged by, and is empty where there were none.
    ``was`` is the door before it last changed, at ``changed_at``.
    """

    sheet = models.ForeignKey(DoorSheet, on_delete=models.CASCADE, related_name="verdicts")
    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="verdicts")
    door = models.CharField(max_length=10)
    causes = models.CharField(max_length=80, blank=True)
    later = models.CharField(max_length=40, blank=True)
    is_possible = models.BooleanField()
    rule_hash = models.CharField(max_length=HASH_LENGTH, blank=True)
    was = models.CharField(max_length=10, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programs_doorverdict_once", fields=["sheet", "program"]),
            models.CheckConstraint(
                name="programs_doorverdict_door_is_known",
                condition=Q(door__in=[door.value for door in Door]),
            ),
            models.CheckConstraint(
                name="programs_doorverdict_undecided_has_causes",
                condition=Q(door="undecided") ^ Q(causes=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.program}: {self.door}"


class FactsWatch(models.Model):
    """One row: up to which entry the history of told facts was followed."""

    entry = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.entry)
