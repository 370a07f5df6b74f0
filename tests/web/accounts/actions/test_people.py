from datetime import UTC, datetime

import pytest

from rounds.web.accounts.actions.people import delete_account
from rounds.web.accounts.models import StaffRole, User
from rounds.web.kit.refusal import Refusal
from tests.web.conftest import make_staff

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def test_an_owner_can_go_when_another_owner_stays(owner):
    with pytest.raises(Refusal):
        delete_account(user=owner, at=NOW)
    make_staff(StaffRole.OWNER, email="second@agency.example")
    delete_account(user=owner, at=NOW)

    assert [user.email for user in User.objects.all()] == ["second@agency.example"]


def test_an_owner_whose_role_has_ended_is_no_other_owner(owner):
    other = make_staff(StaffRole.OWNER, email="second@agency.example")
    other.staff_member.ended_at = NOW
    other.staff_member.save()

    with pytest.raises(Refusal) as refused:
        delete_account(user=owner, at=NOW)
    assert refused.value.code == "last_owner"
