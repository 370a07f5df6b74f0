from datetime import UTC, datetime, timedelta

import pytest

from rounds.web.accounts.models import StaffInvitation, StaffRole
from rounds.web.accounts.queries.staff import (
    current_members,
    hash_of,
    invitation_of,
    members,
    open_invitations,
    other_owners,
)
from tests.web.conftest import make_staff

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def invited(email="new@agency.example", **over):
    return StaffInvitation.objects.create(
        **{
            "email": email, "role": StaffRole.READER, "invited_by": "user:1", "made_at": NOW,
            "expires_at": NOW + timedelta(days=7), "token_hash": hash_of(email), **over,
        }
    )  # fmt: skip


def test_who_is_comes_before_who_was(owner):
    gone = make_staff(StaffRole.READER).staff_member
    gone.ended_at = NOW
    gone.save()

    assert set(members()) == {owner.staff_member, gone}
    assert list(current_members()) == [owner.staff_member]
    assert not other_owners(owner).exists()


def test_a_link_opens_its_own_open_invitation_until_its_last_moment():
    one = invited()

    assert invitation_of(token="new@agency.example", at=NOW) == one
    assert invitation_of(token="new@agency.example", at=NOW + timedelta(days=7)) is None
    assert invitation_of(token="other", at=NOW) is None
    assert invitation_of(token="", at=NOW) is None


@pytest.mark.parametrize("ended", [{"used_at": NOW}, {"revoked_at": NOW}])
def test_what_was_used_or_taken_back_is_not_open(ended):
    invited(**ended)

    assert not open_invitations().exists()
    assert invitation_of(token="new@agency.example", at=NOW) is None


def test_of_a_token_only_a_hash_for_this_purpose_is_kept():
    assert len(hash_of("a")) == 64
    assert hash_of("a") != hash_of("b")
