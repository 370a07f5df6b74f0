import re

import pytest
from django.test import Client

from rounds.web.accounts.models import StatusPeriod
from rounds.web.programs.models import DoorSheet
from tests.web.conftest import client_of
from tests.web.programs.makers import NOW, imported, make_bare_program, make_program, program_text
from tests.web.programs.people import tell, work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(NOW, tick=False)


def text_of(client, address="/programs/"):
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"<svg.*?</svg> ?", "", " ".join(response.content.decode().split()))


def test_a_stranger_reads_the_list_without_doors_and_without_a_trace():
    make_program(name="Gable Residency")
    said = text_of(Client())

    assert "Gable Residency" in said
    assert "to see which doors are open to you" in said
    assert "Closed" not in said
    assert DoorSheet.objects.count() == 0


def test_an_applicant_reads_each_door_and_why(applicant):
    make_program(name="Gable Residency")
    tell(applicant)
    said = text_of(client_of(applicant))

    assert "Your doors for 2028" in said
    assert "Experience: at least 4 weeks of clinical experience in the US" in said
    assert '<span class="badge badge-bad">Closed</span>' in said


def test_a_fact_told_shows_at_once(applicant):
    make_program()
    tell(applicant)
    client = client_of(applicant)
    text_of(client)
    work(applicant)
    said = text_of(client)

    assert "Closed until Nov 27, 2026." in said


def test_facts_that_cannot_all_be_true_are_told_above_the_doors(applicant):
    make_program()
    tell(applicant, needs_sponsorship=True)
    StatusPeriod.objects.create(user=applicant, status="us_citizen")
    said = text_of(client_of(applicant))

    assert "Some of what you told cannot all be true." in said
    assert "The status US citizen needs no visa sponsorship" in said


def test_a_program_nobody_has_read_is_undecided_and_says_so(applicant):
    make_bare_program(name="Unread")
    said = text_of(client_of(applicant))

    assert '<span class="door-count">0</span> <span class="badge badge-good">Open</span>' in said
    assert '<span class="door-count">1</span> <span class="badge badge-caution">Undecided' in said
    assert "No rules read yet" in said


def test_each_fictional_program_says_that_it_is():
    make_program(name="Invented")
    assert '<span class="badge">Fictional</span>' in text_of(Client())


def test_a_real_program_is_not_called_fictional():
    make_program(name="Real", fictional="false")
    assert '<span class="badge">Fictional</span>' not in text_of(Client())


def test_filters_can_be_dropped_one_by_one():
    make_program(specialty="urology", state="NY")
    said = text_of(Client(), "/programs/?q=lantern&specialty=urology&state=NY")

    assert '<a href="?q=lantern&amp;state=NY">' in said
    assert '<a href="?specialty=urology&amp;state=NY">' in said


def test_nothing_that_fits_says_what_to_do(applicant):
    make_program()
    said = text_of(client_of(applicant), "/programs/?q=nothing&mine=on")

    assert "No program fits all of this." in said
    assert "Only those I gave a weight" in said
    assert "start again with all programs" in said


def test_before_any_program_is_kept_the_page_says_so():
    assert "No program is kept here yet." in text_of(Client())


def test_the_second_page_keeps_the_search():
    imported(*(program_text(f"p-{number:02d}") for number in range(21)))
    said = text_of(Client(), "/programs/?state=NY")

    assert 'href="?state=NY&amp;page=2"' in said
    assert "Page 2 of 2" in text_of(Client(), "/programs/?state=NY&page=2")


def test_the_list_asks_the_same_of_one_program_and_of_three(applicant, django_assert_num_queries):
    tell(applicant)
    client = client_of(applicant)
    for number in range(3):
        make_program(f"p-{number}")
        client.get("/programs/")
        with django_assert_num_queries(15):
            client.get("/programs/")


def test_a_strangers_list_asks_once(django_assert_num_queries):
    make_program()
    Client().get("/programs/")
    with django_assert_num_queries(1):
        Client().get("/programs/")
