from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from rounds.web.accounts.models import StaffMember, User
from tests.web.conftest import SINCE, make_user

pytestmark = pytest.mark.django_db


def test_an_address_is_kept_in_small_letters_so_that_a_person_has_one_account():
    user = User.objects.create_user(" Ana@Applicant.Example ")

    assert user.email == "ana@applicant.example"
    assert User.objects.get_by_natural_key("ANA@applicant.example") == user
    assert user.has_usable_password() is False
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("ANA@applicant.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="Other@applicant.example")


def test_a_person_is_called_by_name_else_by_address():
    assert str(make_user("a@b.example", "Ana")) == "Ana"
    user = make_user("c@d.example")
    assert (str(user), user.ref) == ("c@d.example", f"user:{user.pk}")


def test_a_superuser_opens_the_admin_and_is_no_staff_of_the_agency():
    user = User.objects.create_superuser("root@b.example")

    assert (user.is_staff, user.is_superuser, hasattr(user, "staff_member")) == (True, True, False)


@pytest.mark.parametrize("wrong", [{"role": "king"}, {"ended_at": SINCE - timedelta(days=1)}])
def test_a_membership_has_a_known_role_and_ends_after_it_began(applicant, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        StaffMember.objects.create(**{"user": applicant, "role": "owner", "since": SINCE, **wrong})


def test_a_member_is_named_with_the_role(owner):
    assert str(owner.staff_member) == "Owner Example (Owner)"
