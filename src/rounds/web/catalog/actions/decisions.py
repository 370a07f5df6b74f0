"""The agency's decisions on the law: taken and withdrawn, never changed; history keeps both."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.catalog.models import AgencyDecision
from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal

CODE_LENGTH = 60


@transaction.atomic
def take_decision(
    *, values: Mapping[str, object], by: User, at: datetime, on: date
) -> AgencyDecision:
    """Keep a decision. It speaks where state law is unknown; nothing in it lifts what is forbidden.

    The core reads decisions in the agency's layer, and the worst of the four layers wins.
    """
    decision = AgencyDecision(**values)
    if decision.decided_on > on:
        raise Refusal(
            "decided_in_future", "A decision was taken today or before.", field="decided_on"
        )
    if decision.until < on:
        raise Refusal("decision_over", "This decision would be over already.", field="until")
    decision.code = _free_code(decision)
    decision.save(force_insert=True)
    told = {name: _told(value) for name, value in values.items()}
    _note(decision, "taken", told, by=by, at=at)
    return decision


@transaction.atomic
def withdraw_decision(
    *, decision: AgencyDecision, why: str, by: User, at: datetime
) -> AgencyDecision:
    """From now on it decides nothing; it stays to be read."""
    row = AgencyDecision.objects.select_for_update().get(pk=decision.pk)
    if row.withdrawn_at is not None:
        raise Refusal("withdrawn_before", "This decision is withdrawn already.")
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
    _note(row, "withdrawn", {"why": why}, by=by, at=at)
    return row


def _told(value: object) -> object:
    return sorted(value) if isinstance(value, list) else value


def _note(
    decision: AgencyDecision, verb: str, payload: dict[str, object], *, by: User, at: datetime
) -> None:
    record(actor=by.ref, verb=verb, object=f"agencydecision:{decision.pk}", at=at, payload=payload)


def _free_code(decision: AgencyDecision) -> str:
    """``il-observership-b1-2026``, with a number where that is taken."""
    words: Iterable[str] = (*decision.states, *decision.kinds, *decision.statuses)
    stem = "-".join(word.lower().replace("_", "-") for word in words)[:CODE_LENGTH].strip("-")
    wanted = f"{stem}-{decision.decided_on.year}"
    taken = set(
        AgencyDecision.objects.filter(code__startswith=wanted).values_list("code", flat=True)
    )
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(code for code in (wanted, *numbered) if code not in taken)
