import pytest
from django.test import Client

from rounds.web.programs.models import ChangeReport
from tests.web.conftest import client_of
from tests.web.programs.makers import make_program

pytestmark = pytest.mark.django_db
GOOD = {"url": "https://a.example/now", "words": "H-1B is sponsored now."}


@pytest.fixture(autouse=True)
def gable():
    return make_program("gable")


def test_a_stranger_is_asked_to_sign_in():
    response = Client().get("/programs/gable/report/")

    assert response.url == "/accounts/login/?next=/programs/gable/report/"


def test_a_report_is_queued_and_the_reader_thanked(applicant):
    response = client_of(applicant).post("/programs/gable/report/", GOOD, follow=True)

    assert "Thank you." in response.content.decode()
    (report,) = ChangeReport.objects.all()
    assert (report.url, report.words, report.reporter) == (GOOD["url"], GOOD["words"], applicant)


def test_everything_wrong_is_said_and_nothing_kept(applicant):
    response = client_of(applicant).post("/programs/gable/report/", {"url": "x", "words": ""})

    assert response.status_code == 400
    assert response.content.decode().count('class="field-error"') == 2
    assert ChangeReport.objects.count() == 0


def test_too_many_reports_are_refused_in_words(applicant):
    client = client_of(applicant)
    for _ in range(10):
        client.post("/programs/gable/report/", GOOD)
    response = client.post("/programs/gable/report/", GOOD)

    assert response.status_code == 400
    assert "send the next one tomorrow" in response.content.decode()


def test_a_program_nobody_keeps_cannot_be_reported(applicant):
    assert client_of(applicant).get("/programs/nothing/report/").status_code == 404
