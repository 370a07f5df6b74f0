from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from rounds.web.accounts.models import StaffInvitation

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


def make(**over):
    return StaffInvitation.objects.create(
        **{"email": "new@agency.example", "role": "reader", "invited_by": "user:1",
           "made_at": NOW, "expires_at": NOW + timedelta(days=7), **over}
    )  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [{"email": "New@agency.example"}, {"role": "king"}, {"used_at": NOW, "revoked_at": NOW}],
)
def test_the_database_refuses_what_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**wrong)


def test_one_open_invitation_an_address():
    make()
    with pytest.raises(IntegrityError), transaction.atomic():
        make()
    StaffInvitation.objects.update(revoked_at=NOW)
    assert str(make()) == "new@agency.example (Reader)"


def test_it_is_open_until_its_last_moment():
    one = make()

    assert one.is_open(NOW)
    assert not one.is_open(one.expires_at)
