from datetime import timedelta

import pytest

from rounds.web.planner.models import Share
from tests.web.catalog.makers import is_refused
from tests.web.planner.makers import NOW, make_plan

pytestmark = pytest.mark.django_db


def test_a_link_lives_until_it_expires_or_is_taken_back(applicant):
    share = Share(
        plan=make_plan(applicant), digest="a", sealed="b", made_at=NOW,
        expires_at=NOW + timedelta(days=1),
    )  # fmt: skip
    share.save()

    assert str(share).startswith("share ")
    assert share.is_live(NOW)
    assert not share.is_live(NOW + timedelta(days=1))
    share.revoked_at = NOW
    assert not share.is_live(NOW)


def test_a_link_that_has_ended_before_it_began_is_refused(applicant):
    share = Share(plan=make_plan(applicant), digest="a", sealed="b", made_at=NOW, expires_at=NOW)

    assert is_refused(share.save)
