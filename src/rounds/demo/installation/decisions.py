"""The fictional agency's decisions on the law as rows of the catalog."""

from collections.abc import Iterable

from rounds.core.legality.rules import Decision
from rounds.core.vocabulary import Permission
from rounds.web.catalog.models import AgencyDecision


def decisions_of(decisions: Iterable[Decision]) -> list[AgencyDecision]:
    """One row each; nothing is saved."""
    return [_decision(one) for one in decisions]


def _decision(one: Decision) -> AgencyDecision:
    return AgencyDecision(
        code=one.id,
        allows=one.permission is Permission.ALLOWED_BY_AGENCY_DECISION,
        states=sorted(one.when.states or ()),
        kinds=sorted(one.when.kinds or ()),
        statuses=sorted(one.when.statuses or ()),
        roles=sorted(one.when.roles or ()),
        modes=sorted(one.when.modes or ()),
        decided_by=one.decided_by,
        counsel=one.counsel,
        reason=one.reason,
        decided_on=one.decided_on,
        until=one.until,
        is_fictional=one.is_fictional,
    )
