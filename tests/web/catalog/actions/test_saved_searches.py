from datetime import UTC, datetime, timedelta

import pytest

from rounds.web.catalog.actions import saved_searches
from rounds.web.catalog.actions.saved_searches import (
    change_search,
    drop_search,
    note_seen,
    save_search,
    tell_news,
)
from rounds.web.catalog.models import SavedSearch
from rounds.web.kit.refusal import Refusal
from rounds.web.outbox.models import Job

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
LATER = NOW + timedelta(hours=3)


def save(user, query="q=neurology", name="Neurology"):
    return save_search(user=user, query=query, name=name, at=NOW)


def test_the_same_search_is_kept_once_a_person(applicant, other_applicant):
    assert save(applicant) == save(applicant, name="Other")
    assert save(other_applicant) != save(applicant)


def test_there_is_a_limit_said_in_words(applicant, monkeypatch):
    monkeypatch.setattr(saved_searches, "MOST_SEARCHES", 1)
    save(applicant)
    with pytest.raises(Refusal, match="Drop one first"):
        save(applicant, "q=other")
    with pytest.raises(Refusal, match="too many filters"):
        save(applicant, "q=" + "x" * 2000)


def test_what_changed_during_a_pause_is_no_news(applicant):
    search = save(applicant)
    change_search(search=search, name="Mine", is_paused=True, at=NOW)
    change_search(search=search, name="", is_paused=False, at=LATER)

    row = SavedSearch.objects.get()
    assert (row.name, row.is_paused, row.seen_at) == ("Mine", False, LATER)


def test_one_mail_tells_all_and_marks_it_told(applicant):
    both = [save(applicant), save(applicant, "q=sleep", "Sleep")]
    tell_news(searches=both, subject="New", text="a", html="<p>a</p>", at=LATER)

    job = Job.objects.get()
    assert (job.task, job.arguments["to"]) == ("outbox.send_mail", applicant.email)
    assert set(SavedSearch.objects.values_list("seen_at", "mailed_on")) == {(LATER, LATER.date())}


def test_nothing_new_is_noted_and_a_search_is_dropped(applicant):
    search = save(applicant)
    note_seen(searches=[search], at=LATER)
    search.refresh_from_db()
    assert (search.seen_at, search.mailed_on) == (LATER, None)
    drop_search(search=search)
    assert not SavedSearch.objects.exists()
