"""The demo's door: enter as one of its fictional people. It does not exist in production."""

from django.conf import settings
from django.contrib.auth import login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from rounds.web.accounts.models import User
from rounds.web.accounts.permissions import is_of_agency, role_of

FICTIONAL = ".example"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    only_in_the_demo()
    found = list(_people().select_related("staff_member").order_by("pk"))
    told = {
        "staff": [(user, role_of(user)) for user in found if is_of_agency(user)],
        "applicants": [user for user in found if not is_of_agency(user)],
    }
    return render(request, "pages/demo.html", told)


@require_POST
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign in as a fictional person, without a code."""
    only_in_the_demo()
    user = get_object_or_404(_people(), pk=pk)
    login(request, user, BACKEND)
    return redirect("desk:today" if is_of_agency(user) else "catalog:search")


def _people() -> QuerySet[User]:
    return User.objects.filter(is_active=True, email__endswith=FICTIONAL)


def only_in_the_demo() -> None:
    """Nothing is here in production."""
    if settings.PROFILE != "demo":
        raise Http404
