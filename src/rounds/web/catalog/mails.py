"""The mails of the catalog."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from rounds.web.catalog.models import SavedSearch
from rounds.web.catalog.queries.saved_searches import AllNews, stop_token
from rounds.web.kit.mails import Mail, drawn_mail


@dataclass(frozen=True, slots=True)
class Told:
    """What is new about one search, and where it leads."""

    search: SavedSearch
    news: AllNews
    address: str
    stop: str


def told(search: SavedSearch, news: AllNews) -> Told:
    stop = reverse("catalog:stop_search", args=[stop_token(search)])
    return Told(
        search, news, f"{settings.ADDRESS}/rotations/?{search.query}", f"{settings.ADDRESS}{stop}"
    )


def news_mail(found: Sequence[Told]) -> Mail:
    """One mail about all searches of a person that have news."""
    words = {"found": found, "site": settings.ADDRESS}
    subject = f"New for “{found[0].search.name}”"
    if len(found) > 1:
        subject = f"New for {len(found)} of your searches"
    return drawn_mail(subject, "catalog/mail/news", words)
