"""Ask for a plan, ask again, name it, drop it."""

from datetime import datetime, timedelta

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal
from rounds.web.outbox.actions import enqueue
from rounds.web.planner.bridge.wishes import Asked, kept
from rounds.web.planner.models import Plan, PlanState

MOST_OPEN, MOST_SAVED, KEPT_UNSAVED = 3, 20, 10


def ask_for_plan(*, user: User, asked: Asked, at: datetime) -> Plan:
    """Put a plan in; a solver takes it. Old plans without a name make room."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        _refuse_too_many(user)
        plan = Plan.objects.create(
            user=user, season_year=asked.season_year, wishes=kept(asked), asked_at=at
        )
        _put_in(plan, at)
        record(actor=user.ref, verb="asked_for_plan", object=plan.ref, at=at)
        _make_room(user)
    return plan


def ask_again(*, plan: Plan, by: str, because: list[str], at: datetime) -> Plan:
    """Make a plan anew with the same wishes; its page stays until the new answer is there."""
    with transaction.atomic():
        changed = (
            Plan.objects.filter(pk=plan.pk)
            .exclude(state__in=(PlanState.WAITING, PlanState.SOLVING))
            .update(
                state=PlanState.WAITING,
                run=0,
                asked_at=at,
                heard_at=None,
                ended_at=None,
                progress={},
                problems=[],
                because=because,
            )
        )
        if not changed:
            raise Refusal("plan_open", "This plan is being made right now; wait for its answer.")
        plan.refresh_from_db()
        _put_in(plan, at)
        record(actor=by, verb="asked_again", object=plan.ref, at=at, payload={"because": because})
    return plan


def name_plan(*, plan: Plan, name: str, at: datetime) -> Plan:
    """Keep a plan under a name; a named plan is followed when the world changes."""
    name = " ".join(name.split())
    if not name:
        raise Refusal("name_missing", "Give the plan a name, such as Summer in Ohio.")
    with transaction.atomic():
        saved = Plan.objects.filter(user=plan.user).exclude(name="").exclude(pk=plan.pk)
        if saved.count() >= MOST_SAVED:
            raise Refusal("too_many_saved", f"You have saved {MOST_SAVED} plans; delete one first.")
        plan.name = name
        plan.save(update_fields=["name"])
        record(actor=plan.user.ref, verb="saved_plan", object=plan.ref, at=at)
    return plan


def note_seen(*, plan: Plan) -> None:
    """The person has read what changed."""
    Plan.objects.filter(pk=plan.pk).update(changes=[], changed_at=None)


def delete_plan(*, plan: Plan, at: datetime) -> None:
    """Gone at once, with every link under which it was shared."""
    with transaction.atomic():
        record(actor=plan.user.ref, verb="deleted_plan", object=plan.ref, at=at)
        plan.delete()


def _refuse_too_many(user: User) -> None:
    open_plans = Plan.objects.filter(user=user, state__in=(PlanState.WAITING, PlanState.SOLVING))
    if open_plans.count() >= MOST_OPEN:
        raise Refusal(
            "too_many_open",
            f"{MOST_OPEN} of your plans are being made right now; wait for one of them.",
        )


def _put_in(plan: Plan, at: datetime) -> None:
    key = f"planner.solve:{plan.pk}:{at.isoformat()}"
    enqueue(key=key, task="planner.start_solver", arguments={}, at=at - timedelta(seconds=1))


def _make_room(user: User) -> None:
    """The newest plans without a name stay; older ones were looked at and not kept."""
    unsaved = Plan.objects.filter(user=user, name="").order_by("-asked_at", "-pk")
    old = list(unsaved.values_list("pk", flat=True)[KEPT_UNSAVED:])
    if old:
        Plan.objects.filter(pk__in=old).delete()
