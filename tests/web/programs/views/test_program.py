import re

import pytest
from django.test import Client

from rounds.web.programs.queries.stars import weights_of
from tests.web.conftest import client_of
from tests.web.programs.makers import NOW, make_bare_program, make_program
from tests.web.programs.people import tell, work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(NOW, tick=False)


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"<svg.*?</svg> ?", "", " ".join(response.content.decode().split()))


def test_each_clause_stands_with_verdict_evidence_source_and_date(applicant):
    make_program("gable")
    tell(applicant)
    work(applicant, weeks=2)
    said = text_of(client_of(applicant), "/programs/gable/")

    assert "Requires at least 4 weeks of clinical experience in the US." in said
    assert "What would change it: at least 2 more weeks of clinical experience in the US." in said
    assert "By your own word: you need visa sponsorship (J-1)." in said
    assert "gable.example, a fictional address, live page, read 2026-11, for 2027-2028" in said
    assert said.count('<span class="badge badge-bad">Not met</span>') == 1
    assert said.count('<span class="badge badge-good">Met</span>') == 1


def test_a_fictional_program_says_so_first_and_links_nowhere(applicant):
    make_program("gable")
    said = text_of(Client(), "/programs/gable/")

    assert "<strong>Fictional.</strong>" in said
    assert 'href="https://gable.example' not in said


def test_a_real_program_links_to_its_source():
    make_program("gable", fictional="false")
    said = text_of(Client(), "/programs/gable/")

    assert "<strong>Fictional.</strong>" not in said
    assert '<a href="https://gable.example/residency" rel="noreferrer">gable.example</a>' in said


def test_older_rules_are_marked_and_open_nothing(applicant):
    make_program("gable", as_of="2018")
    tell(applicant)
    work(applicant)
    said = text_of(client_of(applicant), "/programs/gable/")

    assert "These rules are not of season 2028." in said
    assert "by that rule you would meet it" in said
    assert "Check the program&#x27;s page for the planned season" in said


def test_a_program_without_rules_is_undecided_not_open(applicant):
    program = make_bare_program()
    said = text_of(client_of(applicant), program.address)

    assert "nobody can say yet whether this door is open" in said
    assert "So its door is undecided, not open." in said


def test_a_program_nobody_keeps_is_no_page():
    assert Client().get("/programs/nothing/").status_code == 404


def test_the_page_asks_the_same_whatever_the_program_asks(applicant, django_assert_num_queries):
    make_program("gable")
    make_bare_program(code="bare")
    client = client_of(applicant)
    client.get("/programs/gable/")
    for code in ("gable", "bare"):
        with django_assert_num_queries(12):
            client.get(f"/programs/{code}/")


def test_a_weight_is_given_without_scripts_and_leads_back(applicant):
    make_program("gable", name="Gable")
    client = client_of(applicant)
    response = client.post(
        "/programs/gable/weight/", {"weight": "3", "back": "/programs/?q=gable"}, follow=True
    )

    assert response.redirect_chain == [("/programs/?q=gable", 302)]
    assert "Gable: counts 3 times." in response.content.decode()
    assert weights_of(applicant) == (("gable", 3),)
    assert "★ Counts 3 times" in text_of(client, "/programs/")
    assert '<option value="3" selected>' in text_of(client, "/programs/gable/")


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "x", ""])
def test_a_form_never_leads_elsewhere(applicant, back):
    make_program("gable")
    response = client_of(applicant).post("/programs/gable/weight/", {"weight": "3", "back": back})

    assert response.url == "/programs/gable/"


@pytest.mark.parametrize("weight", ["", "4", "many", "-1"])
def test_a_weight_nobody_offers_changes_nothing(applicant, weight):
    make_program("gable")
    response = client_of(applicant).post("/programs/gable/weight/", {"weight": weight}, follow=True)

    assert "Nothing was changed." in response.content.decode()
    assert weights_of(applicant) == ()
