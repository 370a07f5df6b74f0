import pytest

from rounds.web.accounts.models import Profile
from rounds.web.accounts.queries import everything_about

pytestmark = pytest.mark.django_db


def test_every_table_that_points_to_a_person_is_found_without_being_named(owner, applicant):
    Profile.objects.create(user=owner)
    Profile.objects.create(user=applicant)

    found = dict(everything_about(user=owner))
    assert sorted(found) == [
        "accounts.profile", "accounts.staffmember", "accounts.user", "mfa.authenticator",
    ]  # fmt: skip
    assert [row["user_id"] for row in found["accounts.profile"]] == [owner.pk]


def test_secrets_stay_out(owner):
    found = dict(everything_about(user=owner))

    assert "password" not in found["accounts.user"][0]
    assert "data" not in found["mfa.authenticator"][0]
