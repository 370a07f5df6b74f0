"""The verbs of rotations; price lines are rows (see ``rows``), dates are terms (see ``terms``)."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from rounds.core.errors import BadInput
from rounds.web.accounts.models import User
from rounds.web.catalog.actions.gate import missing_of_term
from rounds.web.catalog.actions.keeping import (
    add,
    free_slug,
    locked,
    tell_search,
    write,
)
from rounds.web.catalog.actions.standing import (
    open_terms_of,
    refuse_if_incomplete,
    stay_complete,
    term_file,
)
from rounds.web.catalog.bridge import read_entry
from rounds.web.catalog.models import PriceLine, Rotation, RotationHours
from rounds.web.kit.refusal import Refusal

NOT_COPIED = ("id", "slug", "state", "version", "created_at", "changed_at")
HOSTS = ("site", "preceptor")


@transaction.atomic
def create_rotation(*, values: Mapping[str, object], by: User, at: datetime) -> Rotation:
    """A draft; it may be half empty. ``values`` may hold ``hours``, a week by setting."""
    values, hours = _split(values)
    rotation = Rotation(**values)
    rotation.slug = free_slug(Rotation, f"{rotation.title} {rotation.site.name}")
    add(rotation, by=by, at=at, hours=hours or {})
    _write_hours(rotation, hours or {})
    return rotation


@transaction.atomic
def edit_rotation(
    *,
    rotation: Rotation,
    values: Mapping[str, object],
    version: int,
    by: User,
    at: datetime,
    on: date,
) -> Rotation:
    """Change some of the rotation's values; site and preceptor stay while seats are taken."""
    row = locked(rotation, version=version)
    values, hours = _split(values)
    moves = any(name in values and values[name] != getattr(row, name) for name in HOSTS)
    if moves:
        _refuse_if_taken(row, on=on)
    _refuse_unreadable(values)
    write(row, values, by=by, at=at, also=_change_hours(row, hours))
    if moves:
        _refuse_if_terms_do_not_fit(row, on=on)
    stay_complete(row, on=on)
    tell_search(row)
    return row


def _split(values: Mapping[str, object]) -> tuple[dict[str, object], dict[str, int] | None]:
    """The rotation's own columns, and the hours when they are told."""
    own = dict(values)
    hours = own.pop("hours", None)
    return own, hours if isinstance(hours, dict) else None


def _change_hours(rotation: Rotation, hours: dict[str, int] | None) -> dict[str, dict[str, object]]:
    before = {one.setting: one.hours for one in rotation.hours.all()}
    if hours is None or hours == before:
        return {}
    rotation.hours.all().delete()
    _write_hours(rotation, hours)
    return {"hours": {"before": before, "after": hours}}


def _refuse_if_terms_do_not_fit(rotation: Rotation, *, on: date) -> None:
    kept, terms = term_file(rotation), open_terms_of(rotation, on=on)
    refuse_if_incomplete(one for term in terms for one in missing_of_term(term, kept, on=on))


@transaction.atomic
def copy_rotation(*, rotation: Rotation, by: User, at: datetime) -> Rotation:
    """A draft with the same facts, hours and price lines; it has no terms yet."""
    fields = [field.attname for field in Rotation._meta.concrete_fields]
    values = {name: getattr(rotation, name) for name in fields if name not in NOT_COPIED}
    copy = Rotation(**{**values, "title": f"Copy of {rotation.title}"[:200]})
    copy.slug = free_slug(Rotation, f"{copy.title} {copy.site.name}")
    add(copy, by=by, at=at, verb="copied", source=rotation.slug)
    _write_hours(copy, {one.setting: one.hours for one in rotation.hours.all()})
    PriceLine.objects.bulk_create(_line_for(copy, one) for one in rotation.price_lines.all())
    return copy


def _line_for(copy: Rotation, line: PriceLine) -> PriceLine:
    return PriceLine(
        rotation=copy,
        position=line.position,
        label=line.label,
        cents=line.cents,
        per=line.per,
        once_key=line.once_key,
        is_optional=line.is_optional,
        is_estimate=line.is_estimate,
    )


def _write_hours(rotation: Rotation, hours: Mapping[str, int]) -> None:
    RotationHours.objects.bulk_create(
        RotationHours(rotation=rotation, setting=setting, hours=count)
        for setting, count in hours.items()
    )


def _refuse_if_taken(rotation: Rotation, *, on: date) -> None:
    codes = list(rotation.terms.filter(taken__gte=1, last__gte=on).values_list("code", flat=True))
    if codes:
        sentence = (
            f"Seats are taken in {', '.join(codes)}: people chose this site and this preceptor. "
            "Copy the rotation instead."
        )
        raise Refusal("seats_taken", sentence, codes=codes)


def _refuse_unreadable(values: Mapping[str, object]) -> None:
    """A condition that cannot be read is refused with line and key of every problem."""
    try:
        read_entry(str(values.get("entry", "")))
    except BadInput as error:
        sentences = [str(problem) for problem in error.problems]
        raise Refusal(
            "unreadable_entry", " ".join(sentences), field="entry", sentences=sentences
        ) from error
