"""Where sign-in meets our house: its mails go through the outbox, staff go to the second factor."""

from time import time
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse

from rounds.web.accounts.permissions import is_of_agency
from rounds.web.outbox.actions import enqueue_mail

JUST_NOW_SECONDS = 300


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """ACCOUNT_ADAPTER."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """A worker sends it within seconds, and its text is dropped from the outbox then."""
        message = self.render_mail(template_prefix, email, context)
        html = [str(content) for content, kind in message.alternatives if kind == "text/html"]
        with transaction.atomic():
            enqueue_mail(
                key=f"account:{uuid4()}",
                to=email,
                subject=str(message.subject),
                text=str(message.body),
                html="".join(html),
            )

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Staff without a second factor can do nothing yet but set one up."""
        if is_of_agency(request.user) and not is_mfa_enabled(request.user):
            return reverse("mfa_index")
        return str(super().get_login_redirect_url(request))

    def is_reauthentication_required(self, *, app: str, **told: object) -> bool:
        """Who has just signed in by a code and has no second factor yet is not asked again."""
        user = self.request.user
        if user.is_authenticated and not is_mfa_enabled(user) and self._signed_in_just_now():
            return False
        return bool(super().is_reauthentication_required(app=app, **told))

    def _signed_in_just_now(self) -> bool:
        records = get_authentication_records(self.request, self.request.user)
        newest = max((record["at"] for record in records), default=0)
        return bool(time() - newest < JUST_NOW_SECONDS)
