"""Where sign-in meets our house: its mails go through the outbox."""

from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction

from rounds.web.outbox.actions import enqueue_mail


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """ACCOUNT_ADAPTER."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """A worker sends it within seconds, and its text is dropped from the outbox then."""
        message = self.render_mail(template_prefix, email, context)
        with transaction.atomic():
            enqueue_mail(
                key=f"account:{uuid4()}",
                to=email,
                subject=str(message.subject),
                text=str(message.body),
            )
