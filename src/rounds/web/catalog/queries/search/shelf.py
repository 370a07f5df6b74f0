"""Every open term in columns, kept in memory and read anew when the catalog has changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any  # numpy's arrays of any shape

import numpy as np
from django.db import connection

from rounds.core.vocabulary import SETTING_GROUPS, Setting
from rounds.web.catalog.models import (
    PriceLine,
    Publication,
    RotationHours,
    RotationText,
    ShelfMark,
    Term,
)

Array = np.ndarray[Any, Any]
UNKNOWN = "unknown"
NO_PRICE = -1
SETTINGS = [setting.value for setting in Setting]
LETTERHEADS = {True: "yes", False: "no", None: UNKNOWN}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Columns over terms, in the order of their first days; ``rotation`` indexes ``rotations``.

    Over rotations: ``codes[name]`` are positions in ``values[name]``; ``sets[name]`` are boolean
    matrices, rotation by value, for what a rotation has several of; ``latitude`` and ``longitude``
    are degrees. Days are ordinals, prices cents or ``NO_PRICE``.
    """

    mark: int
    term: Array
    rotation: Array
    rotations: Array
    first: Array
    last: Array
    weeks: Array
    cents: Array
    latitude: Array
    longitude: Array
    codes: dict[str, Array]
    sets: dict[str, Array]
    values: dict[str, list[str]]
    vocabulary: frozenset[str]


_kept: dict[str, Shelf] = {}


def shelf() -> Shelf:
    """The shelf as of the last change; one query when nothing has changed since it was read."""
    mark = ShelfMark.objects.values_list("number", flat=True).first()
    if mark is None:  # nothing was ever published here
        return _read(0)
    name = str(connection.settings_dict["NAME"])
    kept = _kept.get(name)
    if kept is None or kept.mark != mark:
        kept = _kept[name] = _read(mark)
    return kept


def _read(mark: int) -> Shelf:
    rows = list(
        Term.objects.filter(
            state=Publication.PUBLISHED,
            rotation__state=Publication.PUBLISHED,
            rotation__site__state=Publication.PUBLISHED,
        )
        .order_by("first", "id")
        .values_list(
            "id", "rotation_id", "first", "last", "weeks",
            "rotation__specialty", "rotation__kind", "rotation__role", "rotation__mode",
            "rotation__site__state_code", "rotation__letter_policy", "rotation__emr_access",
            "rotation__is_on_letterhead", "rotation__languages",
            "rotation__site__latitude", "rotation__site__longitude",
        )
    )  # fmt: skip
    columns = list(zip(*rows, strict=True)) or [()] * 16
    term, rotation, first, last, weeks = columns[:5]
    rotations, at, position = np.unique(
        np.array(rotation, dtype=np.int64), return_index=True, return_inverse=True
    )
    columns = [tuple(column[row] for row in at) for column in columns]
    codes, values = {}, {}
    letterheads = tuple(LETTERHEADS[one] for one in columns[12])
    coded = ("specialty", "kind", "role", "mode", "state", "letter_policy", "emr_access")
    for name, column in [*zip(coded, columns[5:12], strict=True), ("letterhead", letterheads)]:
        values[name], codes[name] = _coded(column)
    hours = _settings_of(rotations)
    values["setting"] = [*SETTINGS, *SETTING_GROUPS]
    values["language"], languages = _languages(columns[13])
    return Shelf(
        mark=mark,
        term=np.array(term, dtype=np.int64),
        rotation=position,
        rotations=rotations,
        first=_days(first),
        last=_days(last),
        weeks=np.array(weeks, dtype=np.int64),
        cents=_prices(rotations, position, np.array(weeks, dtype=np.int64)),
        latitude=np.array(columns[14], dtype=float),
        longitude=np.array(columns[15], dtype=float),
        codes=codes,
        sets={"setting": hours, "language": languages},
        values=values,
        vocabulary=_vocabulary(),
    )


def _coded(column: Iterable[str]) -> tuple[list[str], Array]:
    """The different values in their order, and each cell's position among them."""
    found, codes = np.unique(np.array(list(column), dtype=object), return_inverse=True)
    return [str(value) for value in found], codes


def _days(column: Iterable[date]) -> Array:
    return np.array([day.toordinal() for day in column], dtype=np.int64)


def _settings_of(rotations: Array) -> Array:
    """Rotation by setting and group of settings: are there any hours?"""
    place = {int(pk): index for index, pk in enumerate(rotations)}
    found = np.zeros((len(rotations), len(SETTINGS) + len(SETTING_GROUPS)), dtype=bool)
    for pk, setting in RotationHours.objects.values_list("rotation_id", "setting"):
        if pk in place:
            found[place[pk], SETTINGS.index(setting)] = True
    for offset, group in enumerate(SETTING_GROUPS.values()):
        members = [SETTINGS.index(setting.value) for setting in group]
        found[:, len(SETTINGS) + offset] = found[:, members].any(axis=1)
    return found


def _languages(column: Iterable[list[str]]) -> tuple[list[str], Array]:
    rows = list(column)
    values = sorted({code for codes in rows for code in codes})
    found = np.zeros((len(rows), len(values)), dtype=bool)
    for index, codes in enumerate(rows):
        for code in codes:
            found[index, values.index(code)] = True
    return values, found


def _prices(rotations: Array, position: Array, weeks: Array) -> Array:
    """What a term costs in all, by its required lines; unknown as soon as one is not stated."""
    place = {int(pk): index for index, pk in enumerate(rotations)}
    fixed = np.zeros(len(rotations), dtype=np.int64)
    weekly = np.zeros(len(rotations), dtype=np.int64)
    is_known = np.zeros(len(rotations), dtype=bool)
    unstated = np.zeros(len(rotations), dtype=bool)
    lines = PriceLine.objects.filter(is_optional=False)
    for pk, cents, per in lines.values_list("rotation_id", "cents", "per"):
        if pk not in place:
            continue
        index = place[pk]
        is_known[index] = True
        if cents is None:
            unstated[index] = True
        else:
            (weekly if per == "week" else fixed)[index] += cents
    total = fixed[position] + weekly[position] * weeks
    return np.where((is_known & ~unstated)[position], total, NO_PRICE)


def _vocabulary() -> frozenset[str]:
    return frozenset(
        word
        for body in RotationText.objects.values_list("body", flat=True)
        for word in body.split()
    )
