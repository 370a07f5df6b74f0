"""What workers do for the outbox itself: send mail, clear what is long done."""

from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from rounds.web.outbox.actions import clear_old_jobs


def send_mail(*, to: str, subject: str, text: str, html: str = "") -> None:
    message = EmailMultiAlternatives(subject, text, to=[to])
    if html:
        message.attach_alternative(html, "text/html")
    message.send()


def clear() -> None:
    clear_old_jobs(now=timezone.now())
