"""Links under which plans are shared."""

from dataclasses import dataclass
from datetime import datetime

from rounds.web.kit.crypto import Unreadable, unseal
from rounds.web.planner.models import Plan, Share


@dataclass(frozen=True, slots=True)
class Link:
    """One link as its owner sees it; no token when this installation has lost the key to it."""

    share: Share
    token: str
    is_live: bool


def links_of(*, plan: Plan, now: datetime) -> list[Link]:
    """Every link of a plan, newest first."""
    return [_link(share, now) for share in Share.objects.filter(plan=plan)]


def _link(share: Share, now: datetime) -> Link:
    try:
        token = unseal(share.sealed)
    except Unreadable:
        token = ""
    return Link(share, token, share.is_live(now))


def share_of(*, digest: str) -> Share | None:
    """The link with its plan, live or not; without the plan's heavy parts but its page."""
    return (
        Share.objects.filter(digest=digest)
        .select_related("plan__user")
        .defer("plan__document", "plan__figures", "plan__progress")
        .first()
    )
