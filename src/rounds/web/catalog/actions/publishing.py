"""Between the desk and the public: publish, withdraw, and take a withdrawal back."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.agreements import refuse_if_terms_rest_on
from rounds.web.catalog.actions.gate import missing_of_term
from rounds.web.catalog.actions.keeping import locked, note, tell_search, touch
from rounds.web.catalog.actions.standing import (
    missing_of,
    open_terms_of,
    refuse_if_incomplete,
    term_file,
)
from rounds.web.catalog.models import Agreement, Publication, Rotation, Term
from rounds.web.catalog.models.kept import Kept
from rounds.web.kit.refusal import Refusal

Thing = TypeVar("Thing", bound=Kept)


@transaction.atomic
def publish(*, thing: Thing, version: int, by: User, at: datetime, on: date) -> Thing:
    """Let the public see a draft; refuses with everything that is missing."""
    row = locked(thing, version=version)
    if row.state != Publication.DRAFT:
        raise Refusal("not_a_draft", f"This is {row.state} already.")
    return _show(row, "published", by=by, at=at, on=on)


@transaction.atomic
def undo_withdrawal(*, thing: Thing, version: int, by: User, at: datetime, on: date) -> Thing:
    """Publish again what was withdrawn, through the same gate."""
    row = locked(thing, version=version)
    if row.state != Publication.WITHDRAWN:
        raise Refusal("not_withdrawn", f"This is {row.state}; no withdrawal is to be undone.")
    return _show(row, "withdrawal_undone", by=by, at=at, on=on)


def _show(row: Thing, verb: str, *, by: User, at: datetime, on: date) -> Thing:
    refuse_if_incomplete(missing_of(row, on=on))
    row.state = Publication.PUBLISHED
    touch(row, "state")
    note(row, verb, by=by, at=at)
    tell_search(row)
    return row


@transaction.atomic
def withdraw(*, thing: Thing, version: int, why: str, by: User, at: datetime, on: date) -> Thing:
    """Hide from the public what was published; history names the open terms that it hides."""
    row = locked(thing, version=version)
    if row.state != Publication.PUBLISHED:
        raise Refusal("not_published", f"This is {row.state}; only what is published is withdrawn.")
    if isinstance(row, Agreement):
        refuse_if_terms_rest_on(row, on=on)
    hides = list(open_terms_of(row, on=on).values_list("code", flat=True))
    row.state = Publication.WITHDRAWN
    touch(row, "state")
    note(row, "withdrawn", by=by, at=at, why=why, hides=hides)
    tell_search(row)
    return row


@transaction.atomic
def publish_terms(
    *, rotation: Rotation, terms: Sequence[Term], by: User, at: datetime, on: date
) -> list[Term]:
    """Open several drafts of one rotation, all or none; every finding is listed."""
    rows = list(
        Term.objects.select_for_update().filter(
            rotation=rotation, state=Publication.DRAFT, pk__in=[term.pk for term in terms]
        )
    )
    if not rows:
        raise Refusal("no_terms", "Choose at least one term that is still a draft.")
    kept = term_file(rotation)
    refuse_if_incomplete(one for row in rows for one in missing_of_term(row, kept, on=on))
    for row in rows:
        row.state = Publication.PUBLISHED
        touch(row, "state")
        note(row, "published", by=by, at=at)
    tell_search(rotation)
    return rows
