from datetime import date

import pytest

from rounds.web.accounts.models import Profile, StatusPeriod
from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(date(2026, 11, 27))


def test_nothing_known_is_said_of_every_topic(applicant):
    page = text(client_of(applicant).get("/me/known/"))

    assert page.count("Nothing known.") == 8
    assert "for season 2028" in page
    assert "Facts that cannot all be true" not in page


def test_each_fact_stands_with_its_evidence_and_the_way_to_change_it(applicant):
    Profile.objects.create(user=applicant, degree_on=date(2023, 6, 15), exams_complete="yes")
    page = text(client_of(applicant).get("/me/known/"))

    assert "Medical degree on Jun 15, 2023" in page
    assert "Your own word; nobody has confirmed it." in page
    assert page.count("You said: this is all.") == 1
    assert page.count("You have not said whether this is all") == 4
    assert 'href="/me/facts/school/"' in page


def test_a_contradiction_shows_both_sides_and_where_to_correct_each(applicant):
    StatusPeriod.objects.create(user=applicant, status="us_citizen")
    Profile.objects.create(user=applicant, needs_sponsorship=True)
    page = text(client_of(applicant).get("/me/known/"))

    part = page[page.index('id="conflicts"') : page.index('id="school"')]
    assert "The status US citizen needs no visa sponsorship" in part
    assert part.count('class="card"') == 2
    assert 'href="/me/facts/statuses/"' in part
    assert 'href="/me/facts/visas/"' in part


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_database_as_often_however_much_is_told(
    applicant, rows, django_assert_num_queries
):
    for _ in range(rows):
        StatusPeriod.objects.create(user=applicant, status="b2")
    client = client_of(applicant)

    with django_assert_num_queries(9):
        client.get("/me/known/")
