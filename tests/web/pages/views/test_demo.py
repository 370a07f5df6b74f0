import pytest

from rounds.web.accounts.models import User

pytestmark = pytest.mark.django_db


def test_one_enters_the_demo_as_one_of_its_people(client, coordinator, applicant):
    page = client.get("/demo/").content.decode()
    assert "Coordinator Example" in page
    assert "Ana Applicant" in page

    response = client.post(f"/demo/{applicant.pk}/enter/")
    assert (response.status_code, response.url) == (302, "/rotations/")
    assert client.post(f"/demo/{coordinator.pk}/enter/").url == "/desk/"
    assert client.get("/desk/").status_code == 200


def test_nobody_enters_by_a_link_or_as_somebody_real(client, applicant):
    real = User.objects.create_user("doctor@hospital.org")

    assert client.get(f"/demo/{applicant.pk}/enter/").status_code == 405
    assert client.post(f"/demo/{real.pk}/enter/").status_code == 404
    assert "doctor@hospital.org" not in client.get("/demo/").content.decode()


def test_production_has_no_such_door(client, applicant, settings):
    settings.PROFILE = "production"

    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/{applicant.pk}/enter/").status_code == 404
