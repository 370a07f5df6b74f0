"""What a solver does with a plan: take it, tell what it finds, finish, refuse, give up.

Every word is kept only while the plan is still in the hands of the run that says it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any  # JSON

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from rounds.web.catalog.models import Term
from rounds.web.outbox.actions import enqueue_mail
from rounds.web.planner.bridge.following import fingerprint_of
from rounds.web.planner.bridge.solving import Told, differences
from rounds.web.planner.mails import Mail, plan_changed, plan_impossible
from rounds.web.planner.models import Plan, PlanState, PlanTerm
from rounds.web.planner.queries.marks import Marks
from rounds.web.planner.queries.plans import MOST_RUNS, SILENT, waiting_plans

FIGURES = "figures"
TOO_OFTEN = (
    "Rounds tried several times and could not finish this plan. It has been noted; narrow the "
    "dates or the places, and ask again."
)


def take_plan(*, now: datetime) -> Plan | None:
    """The oldest plan nobody works on, now in the caller's hands."""
    for plan in waiting_plans(now=now)[:10]:
        silent = Q(state=PlanState.SOLVING, heard_at__lt=now - SILENT)
        free = Plan.objects.filter(Q(state=PlanState.WAITING) | silent, pk=plan.pk, run=plan.run)
        if plan.run >= MOST_RUNS:
            free.update(state=PlanState.FAILED, ended_at=now, problems=[TOO_OFTEN])
            continue
        if free.update(
            state=PlanState.SOLVING, run=F("run") + 1, heard_at=now, progress={"began": True}
        ):
            plan.refresh_from_db()
            return plan
    return None


def still_working(*, plan: Plan, now: datetime) -> bool:
    """A sign of life; False when the plan is no longer in this run's hands."""
    return bool(_ours(plan).update(heard_at=now))


def let_go(*, plan: Plan) -> None:
    """The solver must end: another one may take the plan at once."""
    _ours(plan).update(state=PlanState.WAITING, heard_at=None)


def tell_progress(*, plan: Plan, progress: dict[str, Any], now: datetime) -> None:
    _ours(plan).update(progress=progress, heard_at=now)


def keep_early(*, plan: Plan, told: Told, now: datetime) -> None:
    """Show a first answer at once, unless an earlier answer is still shown."""
    with transaction.atomic():
        first = _ours(plan).filter(ended_at__isnull=True, page={})
        if first.update(
            page=told.page, headline=told.headline, is_proven=told.is_proven, heard_at=now
        ):
            _choose(plan, told.codes)


def finish_plan(*, plan: Plan, told: Told, marks: Marks, now: datetime) -> bool:
    """Keep the whole answer; False when the plan is no longer in this run's hands.

    An answer that is other than the one before says so: on the page, and by mail when it was not
    the person who asked again.
    """
    fingerprint = fingerprint_of(told.codes, user=plan.user, today=timezone.localdate(now))
    changes = differences(plan.document, told.document) if plan.document else []
    with transaction.atomic():
        kept = _ours(plan).update(
            changes=changes,
            changed_at=now if changes else None,
            because=[],
            fingerprint=fingerprint,
            state=PlanState.DONE,
            ended_at=now,
            heard_at=now,
            progress={},
            page=told.page,
            headline=told.headline,
            document={part: told.document[part] for part in told.document if part != FIGURES},
            figures={one["code"]: one for one in told.document[FIGURES]},
            is_proven=told.is_proven,
            rules_mark=marks.rules,
            shelf_mark=marks.shelf,
        )
        if kept:
            _choose(plan, told.codes)
        if kept and changes and plan.because:
            _write(plan, plan_changed(plan, because=plan.because, changes=changes))
    return bool(kept)


def refuse_plan(*, plan: Plan, problems: Sequence[str], now: datetime) -> None:
    """The wishes contradict themselves or the catalog: say how."""
    with transaction.atomic():
        told = _ours(plan).update(
            state=PlanState.REFUSED, ended_at=now, problems=list(problems), progress={}
        )
        if told and plan.because:
            _write(plan, plan_impossible(plan, because=plan.because, problems=problems))


def _write(plan: Plan, mail: Mail) -> None:
    key = f"planner:{plan.pk}:{plan.asked_at.isoformat()}"
    enqueue_mail(key=key, to=plan.user.email, subject=mail.subject, text=mail.text)


def fail_plan(*, plan: Plan, now: datetime) -> None:
    """Something of ours broke; the person is told so, and the log knows what."""
    _ours(plan).update(state=PlanState.FAILED, ended_at=now, problems=[TOO_OFTEN], progress={})


def _ours(plan: Plan) -> QuerySet[Plan]:
    return Plan.objects.filter(pk=plan.pk, run=plan.run, state=PlanState.SOLVING)


def _choose(plan: Plan, codes: Sequence[str]) -> None:
    PlanTerm.objects.filter(plan=plan).delete()
    known = dict(Term.objects.filter(code__in=codes).values_list("code", "pk"))
    PlanTerm.objects.bulk_create(
        PlanTerm(plan=plan, position=position, code=code, term_id=known.get(code))
        for position, code in enumerate(codes, start=1)
    )
