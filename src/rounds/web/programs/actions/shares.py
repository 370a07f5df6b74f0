"""Keep how many of a program's current residents are IMGs, as a dated source says it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any  # cleaned values are of every type

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.keeping import note
from rounds.web.programs.models import Program, ResidentShare


@transaction.atomic
def keep_share(
    *, program: Program, values: Mapping[str, Any], by: User, at: datetime, on: date
) -> ResidentShare:
    """A newer one stands before the older ones, which stay to be read."""
    if values["as_of"] > on:
        raise Refusal("too_late", "The day is still to come.", field="as_of")
    share = ResidentShare.objects.create(program=program, made_at=at, **values)
    told = f"{share.count} of {share.residents} on {share.as_of}, {share.source_url}"
    note(program, "share_kept", by=by.ref, at=at, share=told)
    return share


@transaction.atomic
def drop_share(*, share: ResidentShare, by: User, at: datetime) -> None:
    """Take a figure away that should not stand."""
    told = f"{share.count} of {share.residents} on {share.as_of}, {share.source_url}"
    note(share.program, "share_dropped", by=by.ref, at=at, share=told)
    share.delete()
