"""A plan: what was asked, how far the search is, and everything its page shows."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from rounds.web.accounts.models import User
from rounds.web.catalog.models import Term


class PlanState(models.TextChoices):
    """From asked to answered. ``refused``: the wishes contradict; ``failed``: we could not."""

    WAITING = "waiting", "Waiting"
    SOLVING = "solving", "Being planned"
    DONE = "done", "Ready"
    REFUSED = "refused", "Not possible"
    FAILED = "failed", "Failed"


class Plan(models.Model):
    """``wishes`` are what was asked, as plain values.

    ``run`` counts how often a solver took the plan: words of an older run are not kept.
    ``heard_at`` is the solver's last sign of life. ``progress`` is what it has found so far,
    ``page`` what the page shows (kept while the plan is made anew), ``document`` the whole answer
    as ``rounds.plan/1`` but for its ``figures``, kept by the code of a date. ``because`` says why
    it is made anew, ``changes`` what became different then. ``rules_mark``, ``shelf_mark`` and
    ``fingerprint`` name the rules, the catalog and the chosen dates it rests on.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="plans")
    name = models.CharField(max_length=100, blank=True)
    season_year = models.PositiveSmallIntegerField()
    wishes = models.JSONField()
    state = models.CharField(max_length=10, choices=PlanState, default=PlanState.WAITING)
    run = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    progress = models.JSONField(default=dict, blank=True)
    page = models.JSONField(default=dict, blank=True)
    document = models.JSONField(default=dict, blank=True)
    figures = models.JSONField(default=dict, blank=True)
    headline = models.CharField(max_length=300, blank=True)
    is_proven = models.BooleanField(null=True, blank=True)
    problems = models.JSONField(default=list, blank=True)
    because = models.JSONField(default=list, blank=True)
    changes = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    rules_mark = models.BigIntegerField(null=True, blank=True)
    shelf_mark = models.BigIntegerField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = (F("asked_at").desc(), "-id")
        constraints = (
            models.CheckConstraint(
                name="planner_plan_state_is_known", condition=Q(state__in=PlanState.values)
            ),
            models.CheckConstraint(
                name="planner_plan_ends_when_it_is_answered",
                condition=Q(state__in=["waiting", "solving"], ended_at__isnull=True)
                | Q(state__in=["done", "refused", "failed"], ended_at__isnull=False),
            ),
        )
        indexes = (models.Index(name="planner_plan_by_state", fields=["state", "heard_at"]),)

    def __str__(self) -> str:
        return self.name or f"plan {self.pk}"

    @property
    def ref(self) -> str:
        """How the audit trail names this plan."""
        return f"plan:{self.pk}"

    @property
    def address(self) -> str:
        return reverse("planner:plan", args=[self.pk])

    @property
    def is_saved(self) -> bool:
        """A plan with a name is kept, and followed when the world changes."""
        return bool(self.name)

    @property
    def is_open(self) -> bool:
        """Nobody has finished it yet."""
        return self.state in (PlanState.WAITING, PlanState.SOLVING)


class PlanTerm(models.Model):
    """One chosen date of a plan, by its place in it; ``term`` is empty once the date is gone."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="chosen")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    term = models.ForeignKey(Term, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("plan", "position")
        constraints = (
            models.UniqueConstraint(name="planner_term_once_a_plan", fields=["plan", "code"]),
        )

    def __str__(self) -> str:
        return self.code
