"""The demo's post office: mails become files that the mailbox page shows; nothing leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage as DjangoMessage
from django.utils import timezone

MOST_SHOWN = 50


def folder() -> Path:
    return Path(settings.DATA) / "mailbox"


class Backend(BaseEmailBackend):
    """EMAIL_BACKEND of the demo profile."""

    def send_messages(self, email_messages: Sequence[DjangoMessage]) -> int:
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            place = folder() / f"{timezone.now():%Y%m%d-%H%M%S-%f}-{uuid4().hex[:8]}.part"
            place.write_bytes(message.message().as_bytes())
            place.rename(place.with_suffix(".eml"))  # so that no reader meets half a mail
        return len(email_messages)


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail as the page shows it; ``html`` is its source, to be shown and never rendered."""

    to: str
    subject: str
    sent: str
    text: str
    html: str


def letters(*, most: int = MOST_SHOWN) -> list[Letter]:
    """The newest mails first."""
    names = sorted((path.name for path in folder().glob("*.eml")), reverse=True)
    return [_read(folder() / name) for name in names[:most]]


def _read(path: Path) -> Letter:
    message = message_from_bytes(path.read_bytes(), policy=default)
    text, html = _body(message, "plain"), _body(message, "html")
    return Letter(str(message["To"]), str(message["Subject"]), str(message["Date"]), text, html)


def _body(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    return str(found.get_content()) if found else ""
