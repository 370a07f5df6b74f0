"""Take a plan along: as a calendar, and as JSON."""

from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from rounds.web.accounts.guards import PersonRequest, signed_in
from rounds.web.planner.bridge.calendar import calendar_of
from rounds.web.planner.models import Plan
from rounds.web.planner.views.plan import own_plan


@require_safe
@signed_in
def calendar(request: PersonRequest, pk: int) -> HttpResponse:
    """The dates for one's own calendar."""
    plan = _answered(request, pk)
    host = request.get_host().partition(":")[0]
    text = calendar_of(plan, host=host, at=timezone.now())
    response = HttpResponse(text, "text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="rounds-plan-{plan.pk}.ics"'
    return response


@require_safe
@signed_in
def document(request: PersonRequest, pk: int) -> HttpResponse:
    """The whole answer, as ``rounds plan --json`` gives it."""
    plan = _answered(request, pk)
    if not plan.document:
        raise Http404
    whole = {**plan.document, "figures": [plan.figures[code] for code in sorted(plan.figures)]}
    response = JsonResponse(whole, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = f'attachment; filename="rounds-plan-{plan.pk}.json"'
    return response


def _answered(request: PersonRequest, pk: int) -> Plan:
    plan = own_plan(request, pk)
    if not plan.page:
        raise Http404
    return plan
