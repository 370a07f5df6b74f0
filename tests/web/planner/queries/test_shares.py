import pytest
from cryptography.fernet import Fernet

from rounds.web.planner.actions.sharing import digest_of, revoke_share, share_plan
from rounds.web.planner.models import Plan
from rounds.web.planner.queries.shares import links_of, share_of
from tests.web.planner.makers import NOW, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(applicant):
    plan = make_plan(applicant)
    Plan.objects.update(page={"headline": "x"})
    plan.refresh_from_db()
    return plan


def test_the_owner_sees_every_link_and_its_address_again(plan, settings):
    old, new = (share_plan(plan=plan, days=7, with_facts=False, at=NOW) for _ in range(2))
    revoke_share(share=old, at=NOW)
    found = links_of(plan=plan, now=NOW)

    assert [(link.share.pk, link.is_live) for link in found] == [(new.pk, True), (old.pk, False)]
    assert [digest_of(link.token) for link in found] == [new.digest, old.digest]
    settings.DATA_KEYS = [Fernet.generate_key().decode()]
    assert [link.token for link in links_of(plan=plan, now=NOW)] == ["", ""]


def test_a_link_is_found_by_its_digest_alone(plan, django_assert_num_queries):
    share = share_plan(plan=plan, days=7, with_facts=False, at=NOW)

    with django_assert_num_queries(1):
        found = share_of(digest=share.digest)
        assert (found, found.plan.page, found.plan.user.name) == (
            share, {"headline": "x"}, "Ana Applicant",
        )  # fmt: skip
    assert share_of(digest="other") is None
