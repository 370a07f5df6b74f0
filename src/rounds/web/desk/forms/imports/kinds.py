"""Every kind of file the desk takes: how one looks first, and how it is applied."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.imports.hospitals import import_hospitals, preview_hospitals
from rounds.web.catalog.actions.imports.listings import import_listings, preview_listings
from rounds.web.catalog.actions.imports.report import Report
from rounds.web.catalog.importers.cms import read_hospitals
from rounds.web.catalog.importers.listings import read_listings
from rounds.web.desk.forms.imports.own import OwnSheet
from rounds.web.desk.forms.imports.sheets import SHEETS
from rounds.web.programs.actions.quotas import import_quotas, preview_quotas
from rounds.web.programs.importers.quotas import read_quotas


@dataclass(frozen=True, slots=True)
class Told:
    """What is known beside the file. ``source`` names a foreign list; ``read_on`` is its day."""

    file_name: str
    source: str
    read_on: date
    by: User
    at: datetime


Work = Callable[[bytes, Told], Report]


@dataclass(frozen=True, slots=True)
class ImportKind:
    """``look`` writes nothing; ``apply`` writes all or nothing; both say the same."""

    key: str
    title: str
    hint: str
    look: Work
    apply: Work
    names_its_source: bool = False
    is_own: bool = False


def _look_at_hospitals(data: bytes, _told: Told) -> Report:
    return preview_hospitals(file=read_hospitals(data))


def _apply_hospitals(data: bytes, told: Told) -> Report:
    return import_hospitals(
        file=read_hospitals(data),
        source=told.file_name,
        by=told.by.ref,
        read_on=told.read_on,
        at=told.at,
    )


def _look_at_listings(data: bytes, told: Told) -> Report:
    return preview_listings(file=read_listings(data), source=told.source)


def _apply_listings(data: bytes, told: Told) -> Report:
    return import_listings(
        file=read_listings(data),
        source=told.source,
        by=told.by.ref,
        read_on=told.read_on,
        at=told.at,
    )


def _look_at_quotas(data: bytes, _told: Told) -> Report:
    return preview_quotas(file=read_quotas(data))


def _apply_quotas(data: bytes, told: Told) -> Report:
    return import_quotas(
        file=read_quotas(data),
        source=told.source,
        read_on=told.read_on,
        by=told.by.ref,
        at=told.at,
    )


def _own(sheet: OwnSheet) -> ImportKind:
    return ImportKind(
        key=sheet.key,
        title=sheet.title,
        hint=f"The table of {sheet.many} as you took it from here, changed.",
        look=lambda data, told: sheet.look(data, by=told.by, at=told.at),
        apply=lambda data, told: sheet.apply(data, by=told.by, at=told.at),
        is_own=True,
    )


IMPORT_KINDS = (
    ImportKind(
        key="hospitals",
        title="Hospitals (CMS Hospital General Information)",
        hint="The CSV of data.cms.gov, dataset xubh-q36u. New hospitals become draft sites.",
        look=_look_at_hospitals,
        apply=_apply_hospitals,
    ),
    ImportKind(
        key="listings",
        title="Entries of a list that others keep",
        hint="They are shown as “not bookable here”. Price and length are never guessed.",
        look=_look_at_listings,
        apply=_apply_listings,
        names_its_source=True,
    ),
    ImportKind(
        key="quotas",
        title="Quotas of programs (NRMP Program Results)",
        hint="One row a code and year. Joined to programs by the NRMP code alone.",
        look=_look_at_quotas,
        apply=_apply_quotas,
        names_its_source=True,
    ),
    *(_own(sheet) for sheet in SHEETS),
)


def import_kind(key: str) -> ImportKind | None:
    """The kind of that name, if there is one."""
    return next((kind for kind in IMPORT_KINDS if kind.key == key), None)
