from datetime import UTC, date, datetime

import pytest

from rounds.core.vocabulary import Kind, Permission, Role, Status
from rounds.web.accounts.bridge import shipped_rulebook
from rounds.web.catalog.bridge.law import rulebook_in_force, rulebook_with
from rounds.web.catalog.models import AgencyDecision

pytestmark = pytest.mark.django_db


def make_decision(code, **over):
    return AgencyDecision.objects.create(
        **{
            "code": code, "allows": True, "states": ["NY"], "kinds": ["externship"],
            "statuses": ["us_citizen"], "decided_by": "A", "counsel": "B", "reason": "C",
            "decided_on": date(2026, 1, 1), "until": date(2028, 1, 1), **over,
        }
    )  # fmt: skip


def test_a_decision_reaches_the_law_with_all_that_it_covers():
    rows = [make_decision("a", roles=["hands_on"]), make_decision("b", allows=False)]
    book = rulebook_with(rows)

    assert book.rules == shipped_rulebook().rules
    first, second = book.decisions
    assert (first.id, first.permission) == ("a", Permission.ALLOWED_BY_AGENCY_DECISION)
    assert second.permission is Permission.NOT_ALLOWED
    assert first.when.states == frozenset({"NY"})
    assert first.when.kinds == frozenset({Kind.EXTERNSHIP})
    assert first.when.statuses == frozenset({Status.US_CITIZEN})
    assert (first.when.roles, second.when.roles) == (frozenset({Role.HANDS_ON}), None)
    assert (first.decided_on, first.until) == (date(2026, 1, 1), date(2028, 1, 1))


def test_a_withdrawn_decision_decides_nothing():
    make_decision("old", withdrawn_at=datetime(2026, 5, 1, tzinfo=UTC))
    make_decision("new")

    assert [one.id for one in rulebook_in_force().decisions] == ["new"]
