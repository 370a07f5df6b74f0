"""Two plans side by side."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.planner.bridge.comparing import compared
from rounds.web.planner.models import Plan
from rounds.web.planner.queries.plans import answered_plans, whole_plan


@require_safe
@signed_in
def compare(request: PersonRequest) -> HttpResponse:
    """Two own plans that have an answer; without a choice the two newest."""
    plans = list(answered_plans(user=request.user))
    one, two = _chosen(request, plans, "one", 0), _chosen(request, plans, "two", 1)
    comparison = None
    if one is not None and two is not None and one != two:
        comparison = compared(whole_plan(pk=one.pk), whole_plan(pk=two.pk))
    told = {"plans": plans, "one": one, "two": two, "comparison": comparison}
    return render(request, "planner/compare.html", told)


def _chosen(request: PersonRequest, plans: list[Plan], name: str, place: int) -> Plan | None:
    wanted = [plan for plan in plans if str(plan.pk) == request.GET.get(name, "")]
    return next(iter(wanted or plans[place : place + 1]), None)
