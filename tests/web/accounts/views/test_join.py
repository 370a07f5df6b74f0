from datetime import UTC, datetime

import pytest

from rounds.web.accounts.actions.invitations import invite_staff, issue_token
from rounds.web.accounts.models import StaffMember, StaffRole

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.fixture
def link(time_machine):
    time_machine.move_to(NOW)
    invitation = invite_staff(
        email="new@agency.example", role=StaffRole.READER, site="x", by="user:1", at=NOW
    )
    return f"/join/{issue_token(invitation=invitation, at=NOW)}/"


def test_looking_joins_nobody_and_accepting_leads_to_sign_in(client, link):
    for _ in range(2):
        page = client.get(link).content.decode()
        assert "new@agency.example" in page
        assert not StaffMember.objects.exists()
    done = client.post(link)
    assert (done.status_code, done.url) == (302, "/accounts/login/")
    assert StaffMember.objects.get().role == "reader"
    assert "Sign in as new@agency.example" in client.get(done.url).content.decode()


def test_a_link_that_is_gone_says_what_to_do(client, link):
    client.post(link)

    for answer, status in ((client.get(link), 410), (client.post(link), 409)):
        assert answer.status_code == status
        assert "Ask whoever invited you" in answer.content.decode()
    assert client.get("/join/nothing/").status_code == 410


def test_no_copy_of_the_page_is_kept(client, link):
    assert "no-store" in client.get(link)["Cache-Control"]
