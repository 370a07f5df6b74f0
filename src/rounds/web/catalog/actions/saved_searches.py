"""The verbs of saved searches: keep, rename, pause, drop, and note that a mail went out."""

from datetime import datetime

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.looking import look_at_catalog
from rounds.web.catalog.models import SavedSearch, TermLook
from rounds.web.catalog.models.saved import LONGEST_QUERY
from rounds.web.kit.refusal import Refusal
from rounds.web.outbox.actions import enqueue_mail

MOST_SEARCHES = 30
LONGEST_NAME = 100


@transaction.atomic
def save_search(*, user: User, query: str, name: str, at: datetime) -> SavedSearch:
    """Keep a search; what is there now is no news. The same search is kept once."""
    if len(query) > LONGEST_QUERY:
        raise Refusal("too_long", "This search has too many filters to be kept. Drop some of them.")
    own = SavedSearch.objects.filter(user=user)
    if same := own.filter(query=query).first():
        return same
    if own.count() >= MOST_SEARCHES:
        raise Refusal(
            "too_many", f"You keep {MOST_SEARCHES} searches, which is the most. Drop one first."
        )
    if not TermLook.objects.exists():
        look_at_catalog(at=at)
    return SavedSearch.objects.create(
        user=user, query=query, name=name[:LONGEST_NAME], made_at=at, seen_at=at
    )


def change_search(*, search: SavedSearch, name: str, is_paused: bool, at: datetime) -> None:
    """Another name, or mails no more, or again; what changed during a pause is no news."""
    with transaction.atomic():
        row = SavedSearch.objects.select_for_update().get(pk=search.pk)
        if row.is_paused and not is_paused:
            row.seen_at = at
        row.name, row.is_paused = name.strip()[:LONGEST_NAME] or row.name, is_paused
        row.save(update_fields=["name", "is_paused", "seen_at"])


def drop_search(*, search: SavedSearch) -> None:
    search.delete()


@transaction.atomic
def tell_news(
    *, searches: list[SavedSearch], subject: str, text: str, html: str, at: datetime
) -> None:
    """One mail to one person about all of their searches; what it tells is news no more."""
    user = searches[0].user
    enqueue_mail(
        key=f"saved-searches:{user.pk}:{at.isoformat()}",
        to=user.email,
        subject=subject,
        text=text,
        html=html,
    )
    note_seen(searches=searches, at=at)
    SavedSearch.objects.filter(pk__in=[one.pk for one in searches]).update(mailed_on=at.date())


def note_seen(*, searches: list[SavedSearch], at: datetime) -> None:
    """There was nothing new until now."""
    SavedSearch.objects.filter(pk__in=[one.pk for one in searches]).update(seen_at=at)
