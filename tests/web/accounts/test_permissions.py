from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from rounds.web.accounts.models import StaffRole
from rounds.web.accounts.permissions import CAPABILITIES, Capability, can, is_of_agency, role_of
from tests.web.conftest import SINCE, make_staff

pytestmark = pytest.mark.django_db


def test_the_owner_may_do_everything_and_a_reader_only_see():
    assert CAPABILITIES[StaffRole.OWNER] == set(Capability)
    assert CAPABILITIES[StaffRole.READER] == {Capability.SEE_DESK}


@pytest.mark.parametrize("role", StaffRole)
@pytest.mark.parametrize("capability", Capability)
def test_each_role_may_do_what_the_table_says(role, capability):
    assert can(make_staff(role), capability) is (capability in CAPABILITIES[role])


def test_only_owners_decide_law_and_keep_staff():
    for capability in (Capability.DECIDE_LAW, Capability.KEEP_STAFF):
        assert [role for role in StaffRole if capability in CAPABILITIES[role]] == [StaffRole.OWNER]


def test_strangers_and_applicants_are_not_of_the_agency(applicant):
    for visitor in (AnonymousUser(), applicant):
        assert (is_of_agency(visitor), role_of(visitor)) == (False, None)
        assert not any(can(visitor, capability) for capability in Capability)


def test_an_ended_membership_and_a_closed_account_give_no_rights(owner, coordinator):
    owner.staff_member.ended_at = SINCE + timedelta(days=1)
    coordinator.is_active = False

    assert (role_of(owner), role_of(coordinator)) == (None, None)
