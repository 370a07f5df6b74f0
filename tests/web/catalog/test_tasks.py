"""From a kept search to the mail: what is new is told once, and to nobody who does not want it."""

from datetime import UTC, date, datetime

import pytest

from rounds.web.catalog.actions.saved_searches import save_search
from rounds.web.catalog.actions.search_index import refresh
from rounds.web.catalog.models import SavedSearch
from rounds.web.catalog.tasks import alert_saved_searches
from rounds.web.outbox.models import Job
from tests.web.catalog.makers import make_rotation, make_term

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


@pytest.fixture
def rotation():
    found = make_term(make_rotation(title="Sleep month", specialty="neurology")).rotation
    refresh(rotations=[found.pk])
    return found


def keep(user, query="specialty=neurology", name="Neurology"):
    return save_search(user=user, query=query, name=name, at=NOW)


def opens(rotation, first):
    term = make_term(rotation, first=first)
    refresh(rotations=[rotation.pk])
    return term


def mails():
    return [job.arguments for job in Job.objects.filter(task="outbox.send_mail").order_by("id")]


def at(today, hour, day=27):
    today.move_to(datetime(2026, 11, day, hour, 20, tzinfo=UTC), tick=False)
    alert_saved_searches()


def test_a_new_date_is_told_once_by_name_day_and_link(applicant, rotation, today):
    keep(applicant)
    at(today, 10)
    assert mails() == []  # what was there when the search was kept is no news
    opens(rotation, date(2027, 3, 1))
    at(today, 11)
    at(today, 12)

    (mail,) = mails()
    assert (mail["to"], mail["subject"]) == (applicant.email, "New for “Neurology”")
    for said in (mail["text"], mail["html"]):
        for words in ("Sleep month", "Mar 1 – 26, 2027", rotation.address, "/searches/stop/"):
            assert words in said


def test_a_second_change_waits_for_the_next_day(applicant, rotation, today):
    keep(applicant)
    opens(rotation, date(2027, 3, 1))
    at(today, 10)
    opens(rotation, date(2027, 5, 3))
    at(today, 11)
    assert len(mails()) == 1
    at(today, 0, day=28)
    assert "May 3" in mails()[1]["text"]
    assert "Mar 1" not in mails()[1]["text"]


def test_several_searches_of_a_person_are_one_mail(applicant, rotation, today):
    keep(applicant)
    keep(applicant, "q=sleep", "Sleep")
    opens(rotation, date(2027, 3, 1))
    at(today, 10)

    (mail,) = mails()
    assert mail["subject"] == "New for 2 of your searches"
    assert mail["text"].count("/searches/stop/") == 2


def test_what_does_not_fit_is_not_told(applicant, rotation, today):
    keep(applicant, "specialty=urology", "Urology")
    opens(rotation, date(2027, 3, 1))
    at(today, 10)

    assert mails() == []
    assert SavedSearch.objects.get().seen_at == datetime(2026, 11, 27, 10, 20, tzinfo=UTC)


def test_a_paused_search_and_a_closed_account_get_nothing(
    applicant, other_applicant, rotation, today
):
    keep(applicant)
    keep(other_applicant)
    SavedSearch.objects.filter(user=applicant).update(is_paused=True)
    other_applicant.is_active = False
    other_applicant.save()
    opens(rotation, date(2027, 3, 1))
    at(today, 10)

    assert mails() == []


def test_a_choice_that_is_no_longer_there_widens_nothing(applicant, rotation, today):
    keep(applicant, "specialty=phrenology", "Gone")
    opens(rotation, date(2027, 3, 1))
    at(today, 10)

    assert mails() == []


def test_a_changed_price_is_told_before_and_now(applicant, rotation, today):
    keep(applicant)
    line = rotation.price_lines.first()
    line.cents += 10_000
    line.save()
    refresh(rotations=[rotation.pk])
    at(today, 10)

    (mail,) = mails()
    assert "In all: $1,200 before, $1,300 now" in mail["text"]


def test_names_are_escaped_in_html_and_not_in_text(applicant, rotation, today):
    keep(applicant, name="<b>Mine & yours</b>")
    opens(rotation, date(2027, 3, 1))
    at(today, 10)

    (mail,) = mails()
    assert "<b>Mine & yours</b>" in mail["text"]
    assert "<b>Mine" not in mail["html"]
