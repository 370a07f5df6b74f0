import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from rounds.web.accounts.models import KnownLanguage, Profile, User
from rounds.web.history.models import Entry
from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db


def test_the_account_page_belongs_to_the_person(applicant, client):
    assert applicant.email in client_of(applicant).get("/me/").content.decode()
    assert client.get("/me/").status_code == 302


def test_everything_can_be_taken_along_and_nothing_of_others(applicant, other_applicant):
    Profile.objects.create(user=applicant, school_name="Mine")
    Profile.objects.create(user=other_applicant, school_name="Theirs")
    KnownLanguage.objects.create(user=applicant, code="es", level="native")

    response = client_of(applicant).get("/me/export/")

    archive = ZipFile(BytesIO(response.content))
    assert {"accounts.user.json", "accounts.profile.json", "accounts.knownlanguage.json"} <= set(
        archive.namelist()
    )
    (profile,) = json.loads(archive.read("accounts.profile.json"))
    assert profile["school_name"] == "Mine"
    (person,) = json.loads(archive.read("accounts.user.json"))
    assert (person["email"], "password" in person) == (applicant.email, False)


def test_an_account_is_deleted_only_after_its_address_was_typed(applicant):
    ana = client_of(applicant)

    wrong = ana.post("/me/delete/", {"email": "omar@applicant.example"})
    assert (wrong.status_code, User.objects.count()) == (400, 1)
    assert "not the address of this account" in wrong.content.decode()


def test_deleting_erases_what_was_told_and_signs_out_everywhere(applicant):
    first, second = client_of(applicant), client_of(applicant)
    first.post("/me/facts/names/", {"passport_given": "Ana-Secret"})
    ref = applicant.ref

    response = first.post("/me/delete/", {"email": "ANA@applicant.example"})

    assert (response.status_code, response.url) == (302, "/")
    assert (User.objects.count(), Profile.objects.count()) == (0, 0)
    assert second.get("/me/").status_code == 302
    assert [(entry.actor, entry.verb) for entry in Entry.objects.all()] == [
        (ref, "saved_facts"), (ref, "deleted_account"),
    ]  # fmt: skip
    assert "Ana" not in str(list(Entry.objects.values()))


def test_the_last_owner_cannot_leave(owner):
    response = client_of(owner).post("/me/delete/", {"email": owner.email})

    assert response.status_code == 409
    assert "is the only owner" in response.content.decode()
    assert User.objects.count() == 1
