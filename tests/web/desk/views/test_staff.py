from datetime import UTC, datetime

import pytest

from rounds.web.accounts.models import StaffInvitation, StaffMember
from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(datetime(2026, 11, 27, 9, tzinfo=UTC))


@pytest.fixture
def vera(owner):
    return client_of(owner)


def text(response):
    return " ".join(response.content.decode().split())


def invite(client, **over):
    told = {"email": "New@agency.example", "role": "coordinator", **over}
    return client.post("/desk/staff/", told, follow=True)


def test_somebody_is_invited_again_and_taken_back(vera):
    assert "Invited. The link goes out" in text(invite(vera))
    assert "waits to be sent" in text(vera.get("/desk/staff/"))
    one = StaffInvitation.objects.get()
    again = vera.post(f"/desk/staff/invitations/{one.pk}/again/", follow=True)
    assert "A new link goes out" in text(again)
    back = vera.post(f"/desk/staff/invitations/{one.pk}/back/", follow=True)
    assert "new@agency.example" not in text(back)
    assert vera.post(f"/desk/staff/invitations/{one.pk}/back/").status_code == 409


def test_wrong_input_is_said_beside_the_form(vera, coordinator):
    answer = vera.post("/desk/staff/", {})
    assert answer.status_code == 400
    assert "Tell the address to write to." in text(answer)
    invite(vera)
    assert "is invited already" in text(invite(vera))
    assert "is of the staff already" in text(invite(vera, email=coordinator.email))


def test_a_role_is_changed_and_the_desk_is_closed(vera, reader):
    member = reader.staff_member
    assert "Reader Example" in text(vera.get(f"/desk/staff/{member.pk}/"))
    vera.post(f"/desk/staff/{member.pk}/", {"role": "coordinator"})
    member.refresh_from_db()
    assert member.role == "coordinator"
    vera.post(f"/desk/staff/{member.pk}/end/")
    assert client_of(reader).get("/desk/").status_code == 404
    page = text(vera.get("/desk/staff/"))
    assert "Who was here" in page
    assert "Was here until" in text(vera.get(f"/desk/staff/{member.pk}/"))


def test_the_last_owner_is_told_why_not(vera, owner):
    pk = owner.staff_member.pk
    answer = vera.post(f"/desk/staff/{pk}/", {"role": "reader"})

    assert (answer.status_code, "the only owner" in text(answer)) == (400, True)
    assert vera.post(f"/desk/staff/{pk}/end/").status_code == 409
    assert StaffMember.objects.get(pk=pk).role == "owner"


def test_others_see_no_way_there(coordinator):
    noor = client_of(coordinator)

    assert "/desk/staff/" not in text(noor.get("/desk/"))
    assert noor.get("/desk/staff/").status_code == 403
