"""The page of a plan, while it is made and when it is there."""

from typing import Any  # a kept page is JSON

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.dossier.bridge import season_of
from rounds.web.planner.actions.asking import (
    ask_again,
    ask_for_plan,
    delete_plan,
    name_plan,
    note_seen,
)
from rounds.web.planner.actions.following import lost
from rounds.web.planner.bridge.dates import visa_line
from rounds.web.planner.bridge.wishes import asked_again, keeping, leaving_out
from rounds.web.planner.models import Plan, PlanState
from rounds.web.planner.queries.plans import (
    SILENT,
    chosen_dates,
    has_told_since,
    plan_shown,
    plans_ahead,
)

LOOK_AGAIN_SECONDS = "3"
CHANGES = {"keep": keeping, "leave_out": leaving_out}


def own_plan(request: PersonRequest, pk: int) -> Plan:
    """The person's own plan; for everybody else there is none."""
    plan = plan_shown(user=request.user, pk=pk)
    if plan is None:
        raise Http404
    return plan


def shown(found: Plan) -> dict[str, Any]:
    """The page as it was kept, each rotation with its address and what became of its date."""
    dates = {one.code: one for one in chosen_dates(plan=found)}
    page: dict[str, Any] = found.page
    for one in page.get("rotations", ()):
        chosen = dates.get(one["code"])
        one["gone"] = lost(chosen) if chosen else ""
        term = chosen.term if chosen else None
        one["address"] = term.rotation.address if term and not one["gone"] else ""
    return page


@require_safe
@signed_in
def plan(request: PersonRequest, pk: int) -> HttpResponse:
    """The plan; while it is made, the page asks again by itself until it is told to stand still."""
    found = own_plan(request, pk)
    is_still = "still" in request.GET
    response = render(request, "planner/plan.html", _told(found, is_still=is_still))
    if found.is_open and not is_still:
        response["Refresh"] = LOOK_AGAIN_SECONDS
    return response


def _told(found: Plan, *, is_still: bool) -> dict[str, object]:
    now, season = timezone.now(), season_of(found.season_year, today=timezone.localdate())
    is_silent = (
        found.state == PlanState.SOLVING and found.heard_at is not None
        and now - found.heard_at > SILENT
    )  # fmt: skip
    return {
        "plan": found,
        "page": shown(found),
        "is_still": is_still,
        "is_silent": is_silent,
        "is_over": bool(found.page) and season.apply_on <= season.today,
        "told_since": has_told_since(plan=found) if found.page else False,
        "visa": visa_line(found.page, found.wishes["visa_weeks"]) if found.page else "",
        "ahead": plans_ahead(plan=found) if found.state == PlanState.WAITING else 0,
    }


@require_POST
@signed_in
def save(request: PersonRequest, pk: int) -> HttpResponse:
    found = own_plan(request, pk)
    name_plan(plan=found, name=request.POST.get("name", "")[:100], at=timezone.now())
    return redirect(found.address)


@require_POST
@signed_in
def again(request: PersonRequest, pk: int) -> HttpResponse:
    found = own_plan(request, pk)
    ask_again(plan=found, by=request.user.ref, because=[], at=timezone.now())
    return redirect(found.address)


@require_POST
@signed_in
def adjust(request: PersonRequest, pk: int) -> HttpResponse:
    """The same wishes, but with one date of the plan kept or left out: another plan."""
    found = own_plan(request, pk)
    code, what = request.POST.get("code", ""), request.POST.get("what", "")
    if what not in CHANGES or code not in {one.code for one in chosen_dates(plan=found)}:
        raise Http404
    asked = asked_again(found.wishes, season_year=found.season_year)
    other = ask_for_plan(user=request.user, asked=CHANGES[what](asked, code), at=timezone.now())
    return redirect(other.address)


@require_POST
@signed_in
def seen(request: PersonRequest, pk: int) -> HttpResponse:
    found = own_plan(request, pk)
    note_seen(plan=found)
    return redirect(found.address)


@require_POST
@signed_in
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    delete_plan(plan=own_plan(request, pk), at=timezone.now())
    return redirect("planner:plans")
