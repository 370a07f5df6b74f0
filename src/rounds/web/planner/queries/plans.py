"""Plans as pages and workers look for them."""

from datetime import datetime, timedelta

from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, QuerySet, When

from rounds.web.accounts.models import User
from rounds.web.catalog.models import Publication
from rounds.web.history.queries import entries_about
from rounds.web.planner.models import Plan, PlanState, PlanTerm
from rounds.web.planner.queries.marks import Marks

SILENT = timedelta(seconds=30)
MOST_RUNS = 4
HEAVY = ("page", "document", "figures", "progress")


def plans_of(*, user: User) -> QuerySet[Plan]:
    """Everything a person asked for, newest first, without what only the plan's own page shows."""
    return Plan.objects.filter(user=user).defer(*HEAVY)


def answered_plans(*, user: User) -> QuerySet[Plan]:
    """Plans whose whole answer is there, saved ones first."""
    found = plans_of(user=user).filter(state=PlanState.DONE)
    return found.order_by(Case(When(name="", then=1), default=0), "-asked_at", "-pk")


def plan_with_figures(*, user: User) -> Plan | None:
    """The plan a person goes by: the newest saved one, else the newest, with its figures."""
    return answered_plans(user=user).defer(None).defer("page", "document", "progress").first()


def whole_plan(*, pk: int) -> Plan:
    """A plan with its document."""
    return Plan.objects.get(pk=pk)


def plan_shown(*, user: User, pk: int) -> Plan | None:
    """A person's own plan with all its page shows."""
    return Plan.objects.filter(user=user, pk=pk).defer("document", "figures").first()


def chosen_dates(*, plan: Plan) -> QuerySet[PlanTerm]:
    """The dates of a plan as the catalog has them now."""
    return PlanTerm.objects.filter(plan=plan).select_related("term__rotation")


def has_told_since(*, plan: Plan) -> bool:
    """Has the person changed a fact since the plan was asked for? History knows when, not what."""
    told = entries_about(object=f"profile:{plan.user_id}")
    return told.filter(at__gt=plan.asked_at).exists()


def waiting_plans(*, now: datetime) -> QuerySet[Plan]:
    """Plans nobody works on, oldest first: not begun, or their solver has fallen silent."""
    silent = Q(state=PlanState.SOLVING, heard_at__lt=now - SILENT)
    return Plan.objects.filter(Q(state=PlanState.WAITING) | silent).order_by("asked_at", "id")


def plans_to_look_at(*, marks: Marks) -> QuerySet[Plan]:
    """Saved plans whose rules or catalog may have changed, or a date of which is not to be had."""
    lost = PlanTerm.objects.filter(
        Q(term__isnull=True)
        | ~Q(term__state=Publication.PUBLISHED)
        | Q(term__taken__gte=F("term__seats")),
        plan=OuterRef("pk"),
    )
    return (
        Plan.objects.filter(state=PlanState.DONE)
        .exclude(name="")
        .filter(~Q(rules_mark=marks.rules) | ~Q(shelf_mark=marks.shelf) | Exists(lost))
        .defer(*HEAVY)
        .select_related("user")
        .prefetch_related(Prefetch("chosen", PlanTerm.objects.select_related("term__rotation")))
        .order_by("pk")
    )


def solvers_at_work(*, now: datetime) -> int:
    """How many plans some solver is working on, judged by its last sign of life."""
    return Plan.objects.filter(state=PlanState.SOLVING, heard_at__gte=now - SILENT).count()


def plans_ahead(*, plan: Plan) -> int:
    """How many plans wait that were asked for before this one."""
    return Plan.objects.filter(
        Q(asked_at__lt=plan.asked_at) | Q(asked_at=plan.asked_at, pk__lt=plan.pk),
        state=PlanState.WAITING,
    ).count()
