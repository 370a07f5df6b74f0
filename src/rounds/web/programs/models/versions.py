"""What a program asks for: versions of its rules, each with its source and its season."""

import json
from hashlib import sha256

from django.db import models
from django.db.models import Q

from rounds.web.programs.models.programs import Program


class RuleState(models.TextChoices):
    """A draft is published; a later version supersedes it, or somebody withdraws it."""

    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"


class RuleOrigin(models.TextChoices):
    """Who wrote a version."""

    FILE = "file", "Imported file"
    DESK = "desk", "The desk"


class RequirementVersion(models.Model):
    """One version of a program's rules.

    ``content`` is the program's table of the core's own file form without what names the program:
    notes, coverage and requirements, each with its tree. ``season_year`` is the season the source
    speaks of, as the core reads it, and empty when the source does not say. A version that was
    published never changes again, so that ``rule_hash`` stands for what it says.
    """

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, choices=RuleState, default=RuleState.DRAFT)
    origin = models.CharField(max_length=10, choices=RuleOrigin, default=RuleOrigin.DESK)
    source_url = models.CharField("address of the source", max_length=500, blank=True)
    source_name = models.CharField("name of the source", max_length=200, blank=True)
    via = models.CharField("how it was read", max_length=60, blank=True)
    read_on = models.CharField("month it was read in", max_length=7, blank=True)
    as_of = models.CharField("cycle the source names", max_length=40, blank=True)
    season_year = models.PositiveSmallIntegerField(null=True, blank=True)
    content = models.JSONField(default=dict, blank=True)
    rule_hash = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("program", "-number")
        constraints = (
            models.UniqueConstraint(
                name="programs_version_number_once", fields=["program", "number"]
            ),
            models.UniqueConstraint(
                name="programs_version_one_draft",
                fields=["program"],
                condition=Q(state="draft"),
            ),
            models.UniqueConstraint(
                name="programs_version_one_published_a_season",
                fields=["program", "season_year"],
                condition=Q(state="published", season_year__isnull=False),
            ),
            models.UniqueConstraint(
                name="programs_version_one_published_without_season",
                fields=["program"],
                condition=Q(state="published", season_year__isnull=True),
            ),
            models.CheckConstraint(
                name="programs_version_state_is_known", condition=Q(state__in=RuleState.values)
            ),
            models.CheckConstraint(
                name="programs_version_is_sourced_when_published",
                condition=Q(state="draft") | (~Q(source_url="") & ~Q(via="") & ~Q(read_on="")),
            ),
            models.CheckConstraint(
                name="programs_version_was_published",
                condition=Q(state="draft", published_at__isnull=True)
                | (~Q(state="draft") & Q(published_at__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.program}, version {self.number}"

    def hash_of_rules(self) -> str:
        """The same for the same rules of the same source, whatever the order of their keys."""
        told = [self.source_url, self.via, self.read_on, self.as_of, self.content]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


class RuleMark(models.Model):
    """One row: a number drawn anew with every change of what is published."""

    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)
