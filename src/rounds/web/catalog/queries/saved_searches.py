"""Named reads of saved searches: a person's own, those due for a mail, and what is new for one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.core.signing import BadSignature, Signer
from django.db.models import Q, QuerySet

from rounds.web.accounts.models import User
from rounds.web.catalog.models import News, Rotation, SavedSearch, Term, TermChange
from rounds.web.catalog.queries.search.find import fitting_terms
from rounds.web.catalog.queries.search.wanted import Wanted

MOST_TOLD, MOST_DAYS = 20, 5
SIGNER = Signer(salt="catalog.saved-search.stop")


@dataclass(frozen=True, slots=True)
class RotationNews:
    """What is new about one rotation: newly open and freed terms, one change of price and letter.

    ``price`` and ``letters`` are what was and what is, as kept; ``more`` counts terms left out.
    """

    rotation: Rotation
    opened: list[Term]
    freed: list[Term]
    price: tuple[str, str] | None
    letters: tuple[str, str] | None

    @property
    def days(self) -> list[Term]:
        """The first of the newly open terms."""
        return self.opened[:MOST_DAYS]

    @property
    def more(self) -> int:
        return max(len(self.opened) - MOST_DAYS, 0)

    @property
    def prices(self) -> tuple[int | None, ...] | None:
        """Cents in all before and now; ``None`` inside where nobody states the amount."""
        return self.price and tuple(int(cents) if cents else None for cents in self.price)


@dataclass(frozen=True, slots=True)
class AllNews:
    """The first rotations with news, and how many more there are."""

    rotations: list[RotationNews]
    more: int


def searches_of(*, user: User) -> QuerySet[SavedSearch]:
    return SavedSearch.objects.filter(user=user).order_by("name", "id")


def searches_due(*, on: date) -> Iterator[list[SavedSearch]]:
    """Person by person: not paused, of somebody who may sign in, not yet mailed about that day."""
    not_today = Q(mailed_on__isnull=True) | Q(mailed_on__lt=on)
    due = SavedSearch.objects.filter(not_today, is_paused=False, user__is_active=True)
    rows = due.select_related("user").order_by("user_id", "name", "id").iterator()
    for _, group in groupby(rows, key=lambda one: one.user_id):
        yield list(group)


def news_for(*, wanted: Wanted, since: datetime, on: date) -> AllNews:
    """What changed since a moment among the open terms that fit. Four queries at most."""
    changes = list(TermChange.objects.filter(seen_at__gt=since).order_by("seen_at", "id"))
    fitting = fitting_terms(wanted, on=on) if changes else frozenset()
    changes = [change for change in changes if change.term_id in fitting]
    terms = _terms({change.term_id for change in changes})
    found = [_news(rotation, group) for rotation, group in _by_rotation(changes, terms)]
    found = [one for one in found if one.opened or one.freed or one.price or one.letters]
    return AllNews(found[:MOST_TOLD], max(len(found) - MOST_TOLD, 0))


def _terms(wanted: set[int]) -> dict[int, Term]:
    return Term.objects.select_related("rotation__site").in_bulk(sorted(wanted))


Group = list[tuple[Term, TermChange]]


def _by_rotation(
    changes: list[TermChange], terms: dict[int, Term]
) -> Iterator[tuple[Rotation, Group]]:
    told = [(terms[change.term_id], change) for change in changes if change.term_id in terms]
    told.sort(key=lambda one: (one[0].rotation.title, one[0].rotation_id, one[0].first))
    for _, group in groupby(told, key=lambda one: one[0].rotation_id):
        rows = list(group)
        yield rows[0][0].rotation, rows


def _news(rotation: Rotation, group: Group) -> RotationNews:
    opened = _once(term for term, change in group if change.what == News.OPENED if term.left)
    freed = _once(term for term, change in group if change.what == News.FREED if term.left)
    return RotationNews(
        rotation,
        opened,
        [term for term in freed if term not in opened],
        _from_to(group, News.PRICE),
        _from_to(group, News.LETTER),
    )


def _once(terms: Iterator[Term]) -> list[Term]:
    return list(dict.fromkeys(terms))


def _from_to(group: Group, what: News) -> tuple[str, str] | None:
    """Of the first term that changed so: how it was at first, and how it is at last."""
    changes = [change for _, change in group if change.what == what]
    same_term = [change for change in changes if change.term_id == changes[0].term_id]
    if not same_term or same_term[0].before == same_term[-1].after:
        return None
    return same_term[0].before, same_term[-1].after


def stop_token(search: SavedSearch) -> str:
    """What stops the mails about one search, and can do nothing else."""
    return SIGNER.sign(str(search.pk))


def search_of(*, token: str) -> SavedSearch | None:
    """The search behind a token; ``None`` when it is gone, or when we never gave the token out."""
    try:
        value = SIGNER.unsign(token)
    except BadSignature:
        return None
    return SavedSearch.objects.select_related("user").filter(pk=value).first()
