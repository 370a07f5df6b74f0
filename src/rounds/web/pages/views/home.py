"""Home, health, and the pages that say that something is not there or broke."""

from typing import cast

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from rounds.web.accounts.guards import PersonRequest
from rounds.web.accounts.permissions import is_of_agency
from rounds.web.pages.views.dashboard import dashboard


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """To applicants what they should do now; to everybody else what this is."""
    if request.user.is_authenticated and not is_of_agency(request.user):
        return dashboard(cast(PersonRequest, request))
    return render(request, "pages/home.html")


@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """For load balancers and `dev.py`: 200 when the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("The database does not answer.\n", "text/plain", status=503)
    return HttpResponse("ok\n", "text/plain")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's
    return render(request, "pages/forbidden.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's
    return render(request, "pages/not_found.html", status=404)


def broken(_request: HttpRequest) -> HttpResponse:
    """Asks nothing of the request: what broke may be the database that knows its visitor."""
    return HttpResponse(render_to_string("pages/broken.html"), status=500)
