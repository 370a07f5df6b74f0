"""The page behind the link of an invitation: looking joins nobody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rounds.web.accounts.actions.invitations import GONE, accept_invitation
from rounds.web.accounts.queries.staff import invitation_of


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Accepting makes the account one of the staff; it is entered by its own code."""
    now = timezone.now()
    if request.method == "POST":
        user = accept_invitation(token=token, at=now)
        messages.success(
            request,
            f"You are of the staff now. Sign in as {user.email}: a code comes by mail, and then "
            "you set up a second factor.",
        )
        return redirect("account_login")
    invitation = invitation_of(token=token, at=now)
    told = {"invitation": invitation, "gone": GONE.sentence}
    return render(request, "accounts/join.html", told, status=200 if invitation else 410)
