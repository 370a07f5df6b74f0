from datetime import UTC, date, datetime

import pytest

from rounds.web.catalog.mails import news_mail, told
from rounds.web.catalog.models import SavedSearch
from rounds.web.catalog.queries.saved_searches import AllNews, RotationNews
from tests.web.catalog.makers import make_rotation, make_term

pytestmark = pytest.mark.django_db


def test_every_kind_of_news_is_said(settings):
    settings.ADDRESS = "https://rounds.example"
    rotation = make_rotation(title="Sleep month")
    terms = [make_term(rotation, first=date(2027, month, 1)) for month in range(1, 8)]
    search = SavedSearch(
        pk=7, name="Sleep", query="q=sleep", made_at=datetime(2026, 11, 1, tzinfo=UTC)
    )
    news = RotationNews(rotation, terms[:6], terms[6:], ("", "150000"), ("unknown", "writes"))
    mail = news_mail([told(search, AllNews([news], 3))])

    for said in (mail.text, mail.html):
        for words in (
            "https://rounds.example/rotations/?q=sleep", "and 1 more new date",
            "A seat is free again", "In all: not stated before, $1,500 now",
            "Letter: not stated before, will write a letter now", "and 3 more rotations",
            "https://rounds.example/searches/stop/7:",
        ):  # fmt: skip
            assert words in said
