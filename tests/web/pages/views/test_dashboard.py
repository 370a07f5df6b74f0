from datetime import date

import pytest

from rounds.web.accounts.models import Profile
from tests.web.conftest import client_of
from tests.web.programs.makers import make_program

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(date(2026, 11, 27))


def text(response):
    return " ".join(response.content.decode().split())


def test_an_applicant_is_told_what_to_do_now(applicant):
    make_program()
    page = text(client_of(applicant).get("/"))

    for words in ("What should I do now?", "Tell your facts", "Your doors", "Season 2028",
                  "Applications of 2028 open (projected)"):  # fmt: skip
        assert words in page


def test_what_is_told_changes_what_comes_first(applicant):
    Profile.objects.create(user=applicant, degree_on=date(2023, 6, 1))
    make_program()

    assert "Tell your facts" not in text(client_of(applicant).get("/"))


def test_strangers_and_staff_read_what_this_is(client, coordinator):
    for one in (client, client_of(coordinator)):
        assert "For international medical graduates" in text(one.get("/"))


def test_many_programs_cost_no_more_queries(applicant, django_assert_max_num_queries):
    ana = client_of(applicant)
    for _ in range(30):
        make_program()
    ana.get("/")
    with django_assert_max_num_queries(22):
        ana.get("/")
