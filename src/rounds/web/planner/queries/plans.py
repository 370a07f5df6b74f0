"""Plans as pages and workers look for them."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from rounds.web.accounts.models import User
from rounds.web.planner.models import Plan, PlanState, PlanTerm

SILENT = timedelta(seconds=30)
MOST_RUNS = 4
HEAVY = ("page", "document", "progress")


def plans_of(*, user: User) -> QuerySet[Plan]:
    """Everything a person asked for, newest first, without what only the plan's own page shows."""
    return Plan.objects.filter(user=user).defer(*HEAVY)


def plan_shown(*, user: User, pk: int) -> Plan | None:
    """A person's own plan with all its page shows."""
    return Plan.objects.filter(user=user, pk=pk).defer("document").first()


def chosen_dates(*, plan: Plan) -> QuerySet[PlanTerm]:
    """The dates of a plan as the catalog has them now."""
    return PlanTerm.objects.filter(plan=plan).select_related("term__rotation")


def waiting_plans(*, now: datetime) -> QuerySet[Plan]:
    """Plans nobody works on, oldest first: not begun, or their solver has fallen silent."""
    silent = Q(state=PlanState.SOLVING, heard_at__lt=now - SILENT)
    return Plan.objects.filter(Q(state=PlanState.WAITING) | silent).order_by("asked_at", "id")


def solvers_at_work(*, now: datetime) -> int:
    """How many plans some solver is working on, judged by its last sign of life."""
    return Plan.objects.filter(state=PlanState.SOLVING, heard_at__gte=now - SILENT).count()


def plans_ahead(*, plan: Plan) -> int:
    """How many plans wait that were asked for before this one."""
    return Plan.objects.filter(
        Q(asked_at__lt=plan.asked_at) | Q(asked_at=plan.asked_at, pk__lt=plan.pk),
        state=PlanState.WAITING,
    ).count()
