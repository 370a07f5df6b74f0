"""Take foreign files into the catalog: look first, then all or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from rounds.web.catalog.importers.cms import Hospital, HospitalFile
from rounds.web.catalog.importers.listings import ListingFile
from rounds.web.catalog.importers.sheet import Rejected
from rounds.web.catalog.models import Listing, Site, SiteKind, SiteOrigin
from rounds.web.history.actions import record

CMS_COLUMNS = (
    "name", "source_name", "street", "city", "state_code", "zip_code", "county", "phone",
    "hospital_type", "ownership", "has_emergency", "time_zone", "latitude", "longitude",
)  # fmt: skip
BATCH = 500


@dataclass(frozen=True, slots=True)
class Change:
    """A thing that differs: column, before, after."""

    what: str
    columns: tuple[tuple[str, object, object], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a file would do, or did. ``conflicts`` are left as the desk wrote them."""

    rows: int
    new: list[str] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: int = 0
    gone: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    rejected: tuple[Rejected, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many of each, for a line of summary."""
        named = [one.name for one in fields(self) if one.name not in ("rows", "same")]
        return {
            "rows": self.rows,
            "same": self.same,
            **{name: len(getattr(self, name)) for name in named},
        }


def preview_hospitals(*, file: HospitalFile) -> Report:
    """What importing would do; nothing is written."""
    return _plan_hospitals(file)[0]


def import_hospitals(*, file: HospitalFile, by: str, read_on: date, at: datetime) -> Report:
    """New hospitals become draft sites; known ones follow CMS, save where the desk wrote itself."""
    with transaction.atomic():
        report, new, changed = _plan_hospitals(file)
        for site in (*new, *changed):
            site.origin_read_on = read_on
        Site.objects.bulk_create(new, batch_size=BATCH)
        Site.objects.bulk_update(changed, [*CMS_COLUMNS, "origin_read_on"], batch_size=BATCH)
        _note("imported_hospitals", report, by, at)
    return report


def _plan_hospitals(file: HospitalFile) -> tuple[Report, list[Site], list[Site]]:
    known = {site.ccn: site for site in Site.objects.filter(ccn__isnull=False)}
    report = Report(len(file.hospitals) + len(file.rejected), rejected=file.rejected)
    new, changed, same = [], [], 0
    for hospital in file.hospitals:
        site = known.pop(hospital.ccn, None)
        if site is None:
            report.new.append(f"{hospital.ccn} {hospital.name}")
            new.append(_site_of(hospital))
        elif columns := _differences(site, hospital):
            if site.origin != SiteOrigin.CMS or site.version > 1:
                report.conflicts.append(f"{site.ccn} {site.name}: {_said(columns)}")
            else:
                report.changed.append(Change(f"{site.ccn} {site.name}", columns))
                for name, _, after in columns:
                    setattr(site, name, after)
                changed.append(site)
        else:
            same += 1
    gone = [f"{site.ccn} {site.name}" for site in known.values() if site.origin == SiteOrigin.CMS]
    report.gone.extend(gone)
    return _with_same(report, same), new, changed


def _with_same(report: Report, same: int) -> Report:
    values = {one.name: getattr(report, one.name) for one in fields(report)}
    return Report(**{**values, "same": same})


def _site_of(hospital: Hospital) -> Site:
    site = Site(
        ccn=hospital.ccn,
        slug=slugify(f"{hospital.name[:90]} {hospital.ccn}"),
        kind=SiteKind.HOSPITAL,
        origin=SiteOrigin.CMS,
    )
    for name in CMS_COLUMNS:
        setattr(site, name, getattr(hospital, name))
    return site


def _differences(site: Site, hospital: Hospital) -> tuple[tuple[str, object, object], ...]:
    pairs = ((name, getattr(site, name), getattr(hospital, name)) for name in CMS_COLUMNS)
    return tuple((name, before, after) for name, before, after in pairs if before != after)


def _said(columns: Iterable[tuple[str, object, object]]) -> str:
    return "; ".join(f"{name}: {before!s} → {after!s}" for name, before, after in columns)


def preview_listings(*, file: ListingFile, source: str) -> Report:
    """What importing would do; nothing is written."""
    return _plan_listings(file, source)[0]


def import_listings(
    *, file: ListingFile, source: str, by: str, read_on: date, at: datetime
) -> Report:
    """Entries of a foreign list, with the raw text kept; those no longer listed are taken away."""
    with transaction.atomic():
        report, new, changed = _plan_listings(file, source)
        for entry in (*new, *changed):
            entry.read_on = read_on
        Listing.objects.bulk_create(new, batch_size=BATCH)
        Listing.objects.bulk_update(changed, [*LISTED_COLUMNS, "read_on"], batch_size=BATCH)
        kept = [entry.source_id for entry in file.entries]
        Listing.objects.filter(source=source).exclude(source_id__in=kept).delete()
        _note("imported_listings", report, by, at)
    return report


LISTED_COLUMNS = (
    "title", "listed_as", "kind", "specialty", "city", "state_code", "url", "raw", "findings",
)  # fmt: skip


def _plan_listings(file: ListingFile, source: str) -> tuple[Report, list[Listing], list[Listing]]:
    known = {one.source_id: one for one in Listing.objects.filter(source=source)}
    report = Report(len(file.entries) + len(file.rejected), rejected=file.rejected)
    new, changed, same = [], [], 0
    for entry in file.entries:
        told = {name: getattr(entry, name) for name in LISTED_COLUMNS}
        told["findings"] = list(entry.findings)
        row = known.pop(entry.source_id, None)
        if row is None:
            report.new.append(entry.title)
            new.append(Listing(source=source, source_id=entry.source_id, **told))
            continue
        differing = [(n, getattr(row, n), after) for n, after in told.items()]
        columns = tuple(one for one in differing if one[1] != one[2])
        if not columns:
            same += 1
            continue
        report.changed.append(Change(entry.title, columns))
        for name, _, after in columns:
            setattr(row, name, after)
        changed.append(row)
    report.gone.extend(row.title for row in known.values())
    return _with_same(report, same), new, changed


def _note(verb: str, report: Report, by: str, at: datetime) -> None:
    record(actor=by, verb=verb, object="catalog:import", at=at, payload=report.counts)
