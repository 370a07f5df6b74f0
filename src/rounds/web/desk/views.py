"""The desk: what needs the agency's people now."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rounds.web.accounts.guards import PersonRequest, staff
from rounds.web.accounts.permissions import Capability


@require_safe
@staff(Capability.SEE_DESK)
def today(request: PersonRequest) -> HttpResponse:
    return render(request, "desk/today.html")
