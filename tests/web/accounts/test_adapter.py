import re

import pytest
from django.core.cache import cache
from django.test import Client

from rounds.web.accounts.models import User
from rounds.web.outbox.models import Job

pytestmark = pytest.mark.django_db
CODE = re.compile(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$", re.MULTILINE)


@pytest.fixture(autouse=True)
def no_limits_of_other_tests():
    cache.clear()


def mails():
    return list(Job.objects.order_by("id").values_list("arguments", flat=True))


def code_of(mail):
    return CODE.search(mail["text"]).group(1)


def test_an_account_is_made_with_an_address_and_the_code_sent_there(client):
    sent = client.post("/accounts/signup/", {"email": "Ana@Applicant.example"})
    assert (sent.status_code, sent.url) == (302, "/accounts/confirm-email/")
    (mail,) = mails()
    assert (mail["to"].lower(), mail["subject"]) == (
        "ana@applicant.example",
        "Your code for Rounds",
    )

    client.post("/accounts/confirm-email/", {"code": code_of(mail)})
    assert client.get("/me/").status_code == 200
    assert User.objects.get().has_usable_password() is False


def test_a_person_signs_in_with_a_code_and_not_with_a_wrong_one(client, applicant):
    applicant.emailaddress_set.create(email=applicant.email, verified=True, primary=True)
    client.post("/accounts/login/code/", {"email": applicant.email})
    (mail,) = mails()

    wrong = client.post("/accounts/login/code/confirm/", {"code": "AAAA-AAAA"})
    assert wrong.status_code == 200
    assert client.get("/me/").status_code == 302
    client.post("/accounts/login/code/confirm/", {"code": code_of(mail)})
    assert client.get("/me/").status_code == 200


def test_nobody_learns_from_the_page_whether_an_address_has_an_account(applicant):
    pages = [
        Client().post("/accounts/login/code/", {"email": email}).url
        for email in (applicant.email, "nobody@applicant.example")
    ]

    assert pages[0] == pages[1]
    assert [mail["subject"] for mail in mails()] == [
        "Your code for Rounds", "No account at Rounds with this address",
    ]  # fmt: skip


def test_signing_up_twice_sends_a_mail_and_tells_the_page_nothing(client, applicant):
    applicant.emailaddress_set.create(email=applicant.email, verified=True, primary=True)

    response = client.post("/accounts/signup/", {"email": applicant.email})
    assert (response.status_code, response.url) == (302, "/accounts/confirm-email/")
    assert [mail["subject"] for mail in mails()] == ["You already have an account at Rounds"]


def test_asking_for_codes_again_and_again_is_stopped_per_account_and_per_address(applicant):
    applicant.emailaddress_set.create(email=applicant.email, verified=True, primary=True)

    def ask(email):
        return Client().post("/accounts/login/code/", {"email": email}).status_code

    own = [ask(applicant.email) for _ in range(5)]
    assert own == [302, 302, 302, 200, 200]
    assert len(mails()) == 3
    others = [ask(f"person{n}@applicant.example") for n in range(20)]
    assert others[0] == 302
    assert others[-1] == 200


@pytest.mark.parametrize(
    "address", ["/accounts/password/change/", "/accounts/password/set/", "/accounts/email/"]
)
def test_there_are_no_passwords_to_set_or_change(client, address):
    assert client.get(address).status_code == 404
