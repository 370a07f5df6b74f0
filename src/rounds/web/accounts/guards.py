"""What stands before a page: signed in, of the agency, with a second factor, and allowed to."""

from collections.abc import Callable
from functools import wraps

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from rounds.web.accounts.models import User
from rounds.web.accounts.permissions import Capability, can, is_of_agency


class PersonRequest(HttpRequest):
    """A request whose visitor is signed in."""

    user: User


View = Callable[..., HttpResponseBase]


def signed_in(view: View) -> View:
    """Anybody with an account; others are asked to sign in and come back."""

    @wraps(view)
    def guarded(request: HttpRequest, **told: object) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, **told)

    return guarded


def staff(capability: Capability) -> Callable[[View], View]:
    """The agency's people alone. A stranger sees no page; a colleague without the right is told."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **told: object) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not is_of_agency(request.user):
                raise Http404
            if not can(request.user, capability):
                raise PermissionDenied
            if not is_mfa_enabled(request.user):
                return _ask_for_second_factor(request)
            return view(request, **told)

        return guarded

    return guard


def _ask_for_second_factor(request: HttpRequest) -> HttpResponse:
    messages.warning(
        request, "The agency's people sign in with a second factor. Please set one up first."
    )
    return redirect("mfa_index")
