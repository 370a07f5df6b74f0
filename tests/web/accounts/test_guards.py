import pytest

from rounds.web.accounts.models import StaffRole
from tests.web.conftest import client_of, make_staff

pytestmark = pytest.mark.django_db


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client):
    for address in ("/desk/", "/me/facts/?x=1"):
        response = client.get(address)
        assert response.status_code == 302
        assert response.url.startswith("/accounts/login/?next=/")


def test_an_applicant_sees_no_desk(applicant):
    assert client_of(applicant).get("/desk/").status_code == 404


def test_staff_without_a_second_factor_are_led_to_set_one_up():
    user = make_staff(StaffRole.OWNER, has_second_factor=False)
    response = client_of(user).get("/desk/", follow=True)

    assert response.redirect_chain == [("/accounts/2fa/", 302)]
    assert "sign in with a second factor" in response.content.decode()


def test_staff_with_a_second_factor_see_the_desk(reader):
    assert client_of(reader).get("/desk/").status_code == 200
