import pytest

from rounds.web.accounts.models import Consent, Payer
from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db
MOTHER = {"name": "Mira", "email": "mira@family.example", "relation": "family"}


@pytest.fixture
def ana(applicant):
    return client_of(applicant)


def text(response):
    return " ".join(response.content.decode().split())


def test_a_name_is_changed(ana, applicant):
    ana.post("/me/name/", {"name": "Ana B."})

    assert "Ana B." in text(ana.get("/me/"))


def test_what_is_allowed_can_be_taken_back(ana):
    page = text(ana.get("/me/consents/"))
    assert page.count("Not allowed so far") == 2
    assert "Saved." in text(ana.post("/me/consents/", {"give": "share_facts"}, follow=True))
    assert "Allowed on" in text(ana.get("/me/consents/"))
    ana.post("/me/consents/", {"withdraw": "share_facts"})
    assert "Taken back" in text(ana.get("/me/consents/"))


def test_a_yes_to_an_older_text_is_asked_anew(ana, applicant):
    ana.post("/me/consents/", {"give": "share_facts"})
    Consent.objects.update(version="2020-01")

    page = text(ana.get("/me/consents/"))
    assert "The text has changed since" in page
    ana.post("/me/consents/", {"give": "share_facts"})
    assert Consent.objects.filter(withdrawn_at__isnull=True).count() == 1


def test_nonsense_allows_nothing(ana):
    ana.post("/me/consents/", {"give": "everything"})

    assert not Consent.objects.exists()


def test_a_payer_is_added_changed_and_removed(ana):
    assert "You pay yourself." in text(ana.get("/me/payers/"))
    ana.post("/me/payers/add/", MOTHER)
    payer = Payer.objects.get()
    ana.post(f"/me/payers/{payer.pk}/", {**MOTHER, "name": "Mira M."})
    assert "Mira M." in text(ana.get("/me/payers/"))
    again = ana.post("/me/payers/add/", MOTHER)
    assert (again.status_code, "among your payers already" in text(again)) == (400, True)
    ana.post(f"/me/payers/{payer.pk}/remove/")
    assert not Payer.objects.exists()


def test_everything_missing_is_told_at_once(ana):
    assert text(ana.post("/me/payers/add/", {})).count("This field is required.") >= 3


def test_nobody_sees_the_payer_of_another(ana, other_applicant):
    ana.post("/me/payers/add/", MOTHER)
    pk = Payer.objects.get().pk
    omar = client_of(other_applicant)

    assert omar.get(f"/me/payers/{pk}/").status_code == 404
    assert omar.post(f"/me/payers/{pk}/remove/").status_code == 404
    assert "Mira" not in text(omar.get("/me/payers/"))
