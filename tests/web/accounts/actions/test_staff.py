from datetime import UTC, datetime

import pytest

from rounds.web.accounts.actions.staff import change_role, end_membership, keep_an_owner
from rounds.web.accounts.models import StaffRole, User
from rounds.web.accounts.permissions import role_of
from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal
from tests.web.conftest import make_staff

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def role(user):
    return role_of(User.objects.get(pk=user.pk))


def test_a_role_changes_and_history_knows_from_what_to_what(owner, coordinator):
    change_role(member=coordinator.staff_member, role=StaffRole.FINANCE, by=owner, at=NOW)

    assert role(coordinator) == StaffRole.FINANCE
    entry = Entry.objects.get()
    assert (entry.verb, entry.payload) == (
        "changed_role", {"before": "coordinator", "after": "finance"},
    )  # fmt: skip


def test_the_last_owner_stays_an_owner(owner):
    for leave in (
        lambda: change_role(member=owner.staff_member, role=StaffRole.READER, by=owner, at=NOW),
        lambda: end_membership(member=owner.staff_member, by=owner, at=NOW),
        lambda: keep_an_owner(owner),
    ):
        with pytest.raises(Refusal, match="the only owner"):
            leave()
    assert role(owner) == StaffRole.OWNER


def test_one_of_two_owners_may_go(owner):
    second = make_staff(StaffRole.OWNER, email="second@agency.example")
    end_membership(member=second.staff_member, by=owner, at=NOW)

    assert role(second) is None


def test_who_has_left_has_no_role_to_change(owner, reader):
    end_membership(member=reader.staff_member, by=owner, at=NOW)

    with pytest.raises(Refusal, match="no longer of the staff"):
        change_role(member=reader.staff_member, role=StaffRole.OWNER, by=owner, at=NOW)
    with pytest.raises(Refusal):
        end_membership(member=reader.staff_member, by=owner, at=NOW)
