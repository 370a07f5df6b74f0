"""Pages about oneself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rounds.web.accounts.guards import PersonRequest, signed_in


@require_safe
def may_i(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/may_i.html")


@require_safe
@signed_in
def facts(request: PersonRequest) -> HttpResponse:
    return render(request, "accounts/facts.html")
