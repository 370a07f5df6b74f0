"""What workers do for the catalog."""

from django.utils import timezone

from rounds.web.catalog.actions.looking import look_at_catalog
from rounds.web.catalog.actions.saved_searches import note_seen, tell_news
from rounds.web.catalog.forms.search import wanted_of
from rounds.web.catalog.mails import news_mail, told
from rounds.web.catalog.queries.saved_searches import news_for, searches_due


def alert_saved_searches() -> None:
    """Look at the catalog and mail each person what is new for their searches, once a day at most.

    Each person is done on their own: a worker that dies has told some, and tells nobody twice.
    """
    now = timezone.now()
    on = timezone.localdate(now)
    look_at_catalog(at=now)
    for searches in searches_due(on=on):
        found = []
        for search in searches:
            wanted = wanted_of(search.query)
            news = wanted and news_for(wanted=wanted, since=search.seen_at, on=on)
            if news and news.rotations:
                found.append(told(search, news))
        if found:
            mail = news_mail(found)
            tell_news(
                searches=[one.search for one in found],
                subject=mail.subject,
                text=mail.text,
                html=mail.html,
                at=now,
            )
        fresh = {one.search.pk for one in found}
        note_seen(searches=[one for one in searches if one.pk not in fresh], at=now)
