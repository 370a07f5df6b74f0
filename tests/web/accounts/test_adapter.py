import re
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client

from rounds.web.accounts.models import StaffRole, User
from rounds.web.outbox.models import Job
from tests.web.conftest import client_of, make_staff

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


def sign_in(client, user):
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client.post("/accounts/login/code/", {"email": user.email})
    return client.post("/accounts/login/code/confirm/", {"code": code_of(mails()[-1])})


def test_staff_who_just_signed_in_set_up_the_second_factor_without_another_code(
    client, time_machine
):
    time_machine.move_to(datetime(2026, 11, 27, 9, tzinfo=UTC))
    done = sign_in(client, make_staff(StaffRole.READER, has_second_factor=False))
    assert done.url == "/accounts/2fa/"
    assert client.get("/accounts/2fa/totp/activate/").status_code == 200

    time_machine.move_to(datetime(2026, 11, 27, 9, 6, tzinfo=UTC))
    later = client.get("/accounts/2fa/totp/activate/")
    assert later.status_code == 302
    assert "reauthenticate" in later.url


def test_who_has_a_second_factor_is_asked_before_it_is_changed(coordinator):
    answer = client_of(coordinator).get("/accounts/2fa/recovery-codes/generate/")

    assert answer.status_code == 302
    assert "reauthenticate" in answer.url


def test_applicants_go_where_they_wanted_after_sign_in(client, applicant):
    assert sign_in(client, applicant).url == "/"


def test_mails_have_a_text_and_the_same_as_html(client, applicant):
    client.post("/accounts/login/code/", {"email": applicant.email})

    (mail,) = mails()
    assert code_of(mail) in mail["html"]
    assert "<html" in mail["html"]
