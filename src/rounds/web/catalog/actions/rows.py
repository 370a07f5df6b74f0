"""The rows that belong to a thing: licenses, affiliations, days off, price lines."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import models, transaction

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.keeping import locked, note, tell_search, told, touch
from rounds.web.catalog.actions.standing import stay_complete
from rounds.web.catalog.models import Affiliation, Blackout, License, Preceptor, PriceLine, Rotation
from rounds.web.kit.changes import changes
from rounds.web.kit.refusal import Refusal

OwnedRow = License | Affiliation | Blackout | PriceLine
MOST_ROWS = 100
ONCE: dict[type[models.Model], tuple[tuple[str, ...], str]] = {
    License: (("state_code", "number"), "This license is in the list already."),
    PriceLine: (("label",), "The price has a line of this name already."),
}


def owner_of(row: OwnedRow) -> Preceptor | Rotation:
    return row.rotation if isinstance(row, PriceLine) else row.preceptor


@transaction.atomic
def add_row(*, row: OwnedRow, version: int, by: User, at: datetime, on: date) -> OwnedRow:
    """Add a row; the owner's version grows, since two editors meet there."""
    owner = locked(owner_of(row), version=version)
    siblings = _siblings(row)
    if siblings.count() >= MOST_ROWS:
        raise Refusal("too_many", f"A list holds at most {MOST_ROWS} entries.")
    _refuse_twin(row)
    if isinstance(row, PriceLine):
        row.position = siblings.count()
    row.save(force_insert=True)
    _tell(owner, row, "added", changes({}, told(row, _names(row))), by=by, at=at)
    _settle(owner, on=on)
    return row


@transaction.atomic
def change_row(
    *, row: OwnedRow, values: Mapping[str, object], version: int, by: User, at: datetime, on: date
) -> OwnedRow:
    owner = locked(owner_of(row), version=version)
    row.refresh_from_db()
    before = told(row, values)
    for name, value in values.items():
        setattr(row, name, value)
    found = changes(before, told(row, values))
    if found:
        _refuse_twin(row)
        row.save(update_fields=list(found))
        _tell(owner, row, "changed", found, by=by, at=at)
        _settle(owner, on=on)
    return row


@transaction.atomic
def remove_row(*, row: OwnedRow, version: int, by: User, at: datetime, on: date) -> None:
    owner = locked(owner_of(row), version=version)
    found = changes(told(row, _names(row)), {})
    says = str(row)
    row.delete()
    touch(owner)
    note(owner, f"{row._meta.model_name}_removed", by=by, at=at, row=says, changes=found)
    _settle(owner, on=on)


def _tell(
    owner: Preceptor | Rotation,
    row: OwnedRow,
    verb: str,
    found: Mapping[str, object],
    *,
    by: User,
    at: datetime,
) -> None:
    touch(owner)
    note(owner, f"{row._meta.model_name}_{verb}", by=by, at=at, row=str(row), changes=found)


def _settle(owner: Preceptor | Rotation, *, on: date) -> None:
    stay_complete(owner, on=on)
    tell_search(owner)


def _names(row: OwnedRow) -> list[str]:
    owned = ("id", "preceptor_id", "rotation_id", "position")
    return [field.attname for field in row._meta.concrete_fields if field.attname not in owned]


def _siblings(row: OwnedRow) -> models.QuerySet[models.Model]:
    owner = owner_of(row)
    by_owner = {"rotation" if isinstance(owner, Rotation) else "preceptor": owner}
    return type(row)._default_manager.filter(**by_owner)


def _refuse_twin(row: OwnedRow) -> None:
    if type(row) not in ONCE:
        return
    names, sentence = ONCE[type(row)]
    same = {name: getattr(row, name) for name in names}
    if _siblings(row).filter(**same).exclude(pk=row.pk).exists():
        raise Refusal("taken", sentence, field=names[-1])
