"""A mail as a text and the same as HTML, drawn from two templates of one name."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says."""

    subject: str
    text: str
    html: str


def drawn_mail(subject: str, template: str, told: Mapping[str, object]) -> Mail:
    """``template`` is the name without its ending: ``catalog/mail/news``."""
    words = dict(told)
    return Mail(
        subject,
        render_to_string(f"{template}.txt", words),
        render_to_string(f"{template}.html", words),
    )
