from datetime import timedelta

import pytest

from rounds.web.accounts.models import StatusPeriod
from rounds.web.history.models import Entry
from rounds.web.kit.crypto import unseal
from rounds.web.kit.refusal import Refusal
from rounds.web.planner.actions.sharing import MOST_LINKS, digest_of, revoke_share, share_plan
from rounds.web.planner.models import Plan, Share
from tests.web.planner.makers import NOW, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(applicant):
    plan = make_plan(applicant)
    Plan.objects.update(page={"headline": "x"})
    plan.refresh_from_db()
    return plan


def share(plan, **over):
    return share_plan(**{"plan": plan, "days": 30, "with_facts": False, "at": NOW, **over})


def test_a_link_keeps_its_token_sealed_and_a_digest_to_find_it(plan):
    one, two = share(plan), share(plan)

    assert digest_of(unseal(one.sealed)) == one.digest != two.digest
    assert unseal(one.sealed) not in (one.sealed, one.digest)
    assert (one.expires_at, one.facts, one.with_facts) == (NOW + timedelta(days=30), [], False)
    entry = Entry.objects.filter(verb="shared_plan").first()
    assert entry.payload == {"days": 30, "with_facts": False}


def test_facts_are_added_only_when_asked_for_and_as_they_are_then(plan, applicant):
    StatusPeriod.objects.create(user=applicant, status="b2")
    told = share(plan, with_facts=True)
    StatusPeriod.objects.create(user=applicant, status="us_citizen")

    assert Share.objects.get(pk=told.pk).facts == ["B-2, always so far, no end told"]


def test_a_plan_without_an_answer_is_not_shared(applicant):
    with pytest.raises(Refusal, match="has no answer yet"):
        share(make_plan(applicant))


def test_only_so_many_links_are_live(plan):
    links = [share(plan) for _ in range(MOST_LINKS)]
    with pytest.raises(Refusal, match="take one back first"):
        share(plan)

    revoke_share(share=links[0], at=NOW)
    assert share(plan).pk


def test_a_link_is_taken_back_once(plan):
    link = share(plan)
    revoke_share(share=link, at=NOW)
    revoke_share(share=link, at=NOW + timedelta(hours=1))

    assert Share.objects.get().revoked_at == NOW
    assert Entry.objects.filter(verb="took_link_back").count() == 1
