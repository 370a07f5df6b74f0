"""Follow saved plans: when a date fills or goes, or a rule changes, make the plan anew."""

from collections.abc import Iterator
from datetime import datetime

from rounds.core.values import day
from rounds.web.catalog.models import Publication
from rounds.web.dossier.bridge import season_of
from rounds.web.planner.actions.asking import ask_again
from rounds.web.planner.bridge.following import fingerprint_of
from rounds.web.planner.models import Plan, PlanTerm
from rounds.web.planner.queries.marks import Marks, marks_now
from rounds.web.planner.queries.plans import plans_to_look_at

SYSTEM = "system"
RULES = "The rules known of some program have changed."
OFFER = "The price, the days or the conditions of a rotation in the plan have changed."


def follow_plans(*, at: datetime) -> int:
    """Look at every saved plan that something may have happened to; how many are made anew.

    A plan of a season whose applications have opened is left as it is.
    """
    marks, count = marks_now(), 0
    for plan in plans_to_look_at(marks=marks):
        if season_of(plan.season_year, today=at.date()).apply_on <= at.date():
            continue
        because = list(_because(plan, marks, at))
        if because:
            ask_again(plan=plan, by=SYSTEM, because=because, at=at)
            count += 1
        else:
            Plan.objects.filter(pk=plan.pk).update(shelf_mark=marks.shelf)
    return count


def _because(plan: Plan, marks: Marks, at: datetime) -> Iterator[str]:
    chosen = list(plan.chosen.all())
    for one in chosen:
        if reason := lost(one):
            yield f"{reason}: {_named(one)}."
    if plan.rules_mark != marks.rules:
        yield RULES
    if plan.shelf_mark != marks.shelf and plan.fingerprint:
        codes = [one.code for one in chosen if not lost(one)]
        whole = len(codes) == len(chosen)
        if whole and fingerprint_of(codes, user=plan.user, today=at.date()) != plan.fingerprint:
            yield OFFER


def lost(one: PlanTerm) -> str:
    """Why a chosen date can no longer be had, or nothing."""
    term = one.term
    if term is None or term.state != Publication.PUBLISHED:
        return "A date is no longer offered"
    return "A date is full now" if term.left < 1 else ""


def _named(one: PlanTerm) -> str:
    if one.term is None:
        return one.code
    return f"{one.term.rotation.title}, from {day(one.term.first)}"
