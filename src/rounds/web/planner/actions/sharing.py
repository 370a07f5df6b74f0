"""Share a plan under a link, and take the link back."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction

from rounds.web.dossier.bridge import facts_of, season_of
from rounds.web.history.actions import record
from rounds.web.kit.crypto import seal
from rounds.web.kit.refusal import Refusal
from rounds.web.planner.models import Plan, Share

MOST_LINKS = 10
BYTES = 32


def digest_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def share_plan(*, plan: Plan, days: int, with_facts: bool, at: datetime) -> Share:
    """A new link. What the person told is added only when asked for, as it is told today."""
    if not plan.page:
        raise Refusal("nothing_to_share", "This plan has no answer yet; share it when it is there.")
    token = token_urlsafe(BYTES)
    facts: list[str] = []
    if with_facts:
        season = season_of(plan.season_year, today=at.date())
        facts = [one.statement.words for one in facts_of(plan.user, season).known]
    with transaction.atomic():
        Plan.objects.select_for_update().get(pk=plan.pk)
        live = Share.objects.filter(plan=plan, revoked_at__isnull=True, expires_at__gt=at)
        if live.count() >= MOST_LINKS:
            raise Refusal(
                "too_many_links", f"{MOST_LINKS} links of this plan are live; take one back first."
            )
        share = Share.objects.create(
            plan=plan,
            digest=digest_of(token),
            sealed=seal(token),
            facts=facts,
            with_facts=with_facts,
            made_at=at,
            expires_at=at + timedelta(days=days),
        )
        told = {"days": days, "with_facts": with_facts}
        record(actor=plan.user.ref, verb="shared_plan", object=plan.ref, at=at, payload=told)
    return share


def revoke_share(*, share: Share, at: datetime) -> None:
    """From now on the link says that it was taken back."""
    with transaction.atomic():
        if Share.objects.filter(pk=share.pk, revoked_at__isnull=True).update(revoked_at=at):
            user = share.plan.user
            record(actor=user.ref, verb="took_link_back", object=share.plan.ref, at=at)
