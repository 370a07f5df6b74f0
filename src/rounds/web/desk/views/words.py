"""What forms and history keep, in words: labels, amounts, days, choices, who did what."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any  # values of history are of every type

from django import forms
from django.db import models

from rounds.core.values import day, money
from rounds.web.desk.forms.fields import Dollars
from rounds.web.desk.forms.kept import KeptForm
from rounds.web.desk.queries import names_of
from rounds.web.desk.views.kinds import KINDS, Kind
from rounds.web.history.models import Entry

NOT_STATED = "not stated"
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
VERBS = {
    "created": "created this",
    "changed": "changed this",
    "copied": "made this as a copy of {source}",
    "published": "published this",
    "withdrawn": "withdrew this: {why}",
    "withdrawal_undone": "took the withdrawal back",
    "series_created": "made the terms of {series}",
    "photo_added": "added a picture: {words}",
    "photo_removed": "removed a picture: {words}",
    "license_added": "added the license {row}",
    "license_changed": "changed the license {row}",
    "license_removed": "removed the license {row}",
    "affiliation_added": "added the affiliation {row}",
    "affiliation_changed": "changed the affiliation {row}",
    "affiliation_removed": "removed the affiliation {row}",
    "blackout_added": "added days off, {row}",
    "blackout_changed": "changed days off, {row}",
    "blackout_removed": "removed days off, {row}",
    "priceline_added": "added the price line {row}",
    "priceline_changed": "changed the price line {row}",
    "priceline_removed": "removed the price line {row}",
    "taken": "took this decision",
    "imported_programs": "imported programs",
    "draft_begun": "began version {number} as a draft, out of {copied}",
    "draft_changed": "changed the draft of version {number}",
    "draft_discarded": "discarded the draft of version {number}",
    "rules_published": "published version {number} of the rules",
    "rules_withdrawn": "withdrew version {number} of the rules: {why}",
    "rules_rolled_back": "went back to version {back_to}, as version {number}: {why}",
    "change_reported": "reported a change: {url}",
    "report_settled": "settled a report, {state}: {why}",
    "quotas_imported": "took in quotas from {source}",
    "share_kept": "kept a share of IMGs: {share}",
    "share_dropped": "took a share of IMGs away: {share}",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a summary: what is asked and what is kept."""

    label: str
    words: str
    is_stated: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """One value before and after, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the history tab."""

    at: datetime
    who: str
    did: str
    about: str
    changes: tuple[Changed, ...]
    hides: tuple[str, ...]


def facts_of(thing: models.Model, form: type[KeptForm]) -> list[Fact]:
    """What a form asks and the thing keeps, in the order in which it is asked."""
    told = form(instance=thing)
    names = [name for _, names in form.groups for name in names]
    return [_fact(told, thing, name) for name in names]


def _fact(form: KeptForm, thing: models.Model, name: str) -> Fact:
    field = form.fields[name]
    value = getattr(thing, name) if hasattr(thing, name) else field.initial
    said = words_of(field, value)
    return Fact(str(form[name].label), said, said != NOT_STATED)


def words_of(field: forms.Field | None, value: Any) -> str:
    """A value as people read it; nothing is said, never left blank."""
    if value is None or value in ("", [], {}):
        return NOT_STATED
    if isinstance(field, Dollars):
        return money(int(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{key.replace('_', ' ')} {count}" for key, count in value.items())
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        return _chosen(field, value)
    return _plain(value)


def _chosen(field: forms.ChoiceField, value: Any) -> str:
    choices: Any = field.choices  # a list, or made anew by Django from a function
    names = {str(key): str(name) for key, name in choices}
    values = value if isinstance(value, list) else [value]
    return ", ".join(names.get(str(one), str(one)) for one in values)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        return day(date.fromisoformat(value))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


# ── history ──────────────────────────────────────────────────────────────────────────────────


def lines_of(entries: Iterable[Entry], about: Mapping[str, str] | None = None) -> list[Line]:
    """A page of entries in words; one query for the names. ``about`` names the entries' things."""
    rows = list(entries)
    names = names_of({row.actor for row in rows})
    return [_line(row, names, (about or {}).get(row.object, "")) for row in rows]


def _line(row: Entry, names: Mapping[str, str], about: str) -> Line:
    said = VERBS.get(row.verb, row.verb.replace("_", " "))
    words = {key: str(value) for key, value in row.payload.items()}
    fields = _fields_of(row.object.split(":")[0])
    return Line(
        at=row.at,
        who=names.get(row.actor, "a person whose account is gone"),
        did=said.format_map(_Told(words)),
        about=about,
        changes=tuple(_changed(fields, *one) for one in _changes(row.payload)),
        hides=tuple(map(str, row.payload.get("hides", ()))),
    )


class _Told(dict[str, str]):
    """An entry of an older form may lack a word that its verb has learned since."""

    def __missing__(self, key: str) -> str:
        return NOT_STATED


def _changes(payload: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    found = payload.get("changes", {})
    return found.items() if isinstance(found, Mapping) else ()


def _changed(fields: Mapping[str, forms.Field], name: str, change: Mapping[str, Any]) -> Changed:
    field = fields.get(name)
    label = str(field.label) if field and field.label else name.replace("_", " ").capitalize()
    before, after = change.get("before"), change.get("after")
    return Changed(label, words_of(field, before), words_of(field, after))


def _fields_of(model: str) -> dict[str, forms.Field]:
    """The forms' fields by the names that history keeps, for labels and choices."""
    for kind in KINDS:
        if kind.name == model:
            return _fields(kind)
    return {}


def _fields(kind: Kind) -> dict[str, forms.Field]:
    asked = [*(row.form for row in kind.rows), *(section.form for section in kind.sections)]
    return {name: field for form in asked for name, field in form.base_fields.items()}
