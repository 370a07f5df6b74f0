"""The law as it stands for this agency: what is shipped, and its own decisions."""

from collections.abc import Iterable

from rounds.core.legality.rulebook import Rulebook
from rounds.core.legality.rules import Decision, When
from rounds.core.vocabulary import Kind, Mode, Permission, Role, Status
from rounds.web.accounts.bridge import shipped_rulebook
from rounds.web.catalog.models import AgencyDecision


def rulebook_with(decisions: Iterable[AgencyDecision]) -> Rulebook:
    """The shipped law and the agency's own decisions."""
    return shipped_rulebook().with_decisions(tuple(map(_decision, decisions)))


def rulebook_in_force() -> Rulebook:
    """The shipped law and every decision that is not withdrawn, in a fixed order."""
    return rulebook_with(AgencyDecision.objects.filter(withdrawn_at__isnull=True).order_by("pk"))


def _decision(row: AgencyDecision) -> Decision:
    allows = Permission.ALLOWED_BY_AGENCY_DECISION
    return Decision(
        id=row.code,
        permission=allows if row.allows else Permission.NOT_ALLOWED,
        when=When(
            states=frozenset(row.states),
            kinds=frozenset(map(Kind, row.kinds)),
            statuses=frozenset(map(Status, row.statuses)),
            roles=frozenset(map(Role, row.roles)) or None,
            modes=frozenset(map(Mode, row.modes)) or None,
        ),
        decided_by=row.decided_by,
        counsel=row.counsel,
        reason=row.reason,
        decided_on=row.decided_on,
        until=row.until,
        is_fictional=row.is_fictional,
    )
