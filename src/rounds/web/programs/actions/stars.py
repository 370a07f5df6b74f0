"""Say how much a program counts in one's plans."""

from datetime import datetime

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.models import MOST_WEIGHT, Program, Star

COUNTS_ONCE = 1


@transaction.atomic
def weigh(*, program: Program, user: User, weight: int, at: datetime) -> int:
    """Give a program a weight from 0, left out, to 10; a weight of 1 needs no row."""
    if not 0 <= weight <= MOST_WEIGHT:
        raise Refusal("weight", f"Choose a weight from 0 to {MOST_WEIGHT}.")
    if weight == COUNTS_ONCE:
        Star.objects.filter(user=user, program=program).delete()
    else:
        Star.objects.update_or_create(
            user=user,
            program=program,
            defaults={"weight": weight},
            create_defaults={"weight": weight, "made_at": at},
        )
    record(
        actor=user.ref,
        verb="weighed",
        object=program.ref,
        at=at,
        payload={"weight": weight},
        subject=user.ref,
    )
    return weight
