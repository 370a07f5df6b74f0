"""Hospitals of CMS into the catalog: new ones become draft sites, known ones follow CMS.

What the desk has written itself stays: a column differs from what CMS last said exactly when a
person has changed it. Nothing that CMS no longer lists is taken away, and nothing known is lost to
a "Not Available".
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from rounds.web.catalog.actions.imports.report import (
    Change,
    Line,
    Outcome,
    Report,
    changes_of,
    for_history,
    refused,
)
from rounds.web.catalog.actions.keeping import ref_of
from rounds.web.catalog.actions.search_index import refresh
from rounds.web.catalog.importers.cms import Hospital, HospitalFile
from rounds.web.catalog.models import Publication, Rotation, Site, SiteKind, SiteOrigin
from rounds.web.history.actions import record_all

CMS_COLUMNS = (
    "name", "source_name", "street", "city", "state_code", "zip_code", "county", "phone",
    "hospital_type", "ownership", "has_emergency", "time_zone", "latitude", "longitude",
)  # fmt: skip
WRITTEN = (*CMS_COLUMNS, "origin_values", "origin_read_on", "version", "changed_at")
NOT_KNOWN = (None, "")
BATCH = 500


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written: ``told`` are known sites of which CMS says something new."""

    lines: list[Line]
    new: list[Site] = field(default_factory=list)
    changed: list[tuple[Site, tuple[Change, ...]]] = field(default_factory=list)
    told: list[Site] = field(default_factory=list)


def preview_hospitals(*, file: HospitalFile) -> Report:
    """What importing would do; nothing is written."""
    return _report(file, _plan(file, Site.objects.filter(ccn__isnull=False)))


@transaction.atomic
def import_hospitals(
    *, file: HospitalFile, source: str, by: str, read_on: date, at: datetime
) -> Report:
    """Write all of it or nothing; ``source`` is the file as history names it."""
    plan = _plan(file, Site.objects.select_for_update().filter(ccn__isnull=False))
    report = _report(file, plan)
    for site in plan.new:
        site.origin_read_on = read_on
    Site.objects.bulk_create(plan.new, batch_size=BATCH)
    _write(plan, read_on)
    _tell_history(plan, source, by, at)
    _tell_search(site for site, _ in plan.changed)
    return report


def _report(file: HospitalFile, plan: _Plan) -> Report:
    rows = len(file.hospitals) + len(file.rejected)
    touched = sum(line.outcome in (Outcome.NEW, Outcome.CHANGED) for line in plan.lines)
    return Report(rows, len(file.hospitals) - touched, tuple(plan.lines))


def _plan(file: HospitalFile, sites: Iterable[Site]) -> _Plan:
    known = {site.ccn: site for site in sites}
    slugs = set(Site.objects.values_list("slug", flat=True))
    plan = _Plan(refused(file.rejected))
    for hospital in file.hospitals:
        site = known.pop(hospital.ccn, None)
        if site is None:
            plan.new.append(_site_of(hospital, slugs))
            plan.lines.append(_line(Outcome.NEW, hospital))
        elif site.origin == SiteOrigin.CMS:
            _follow(site, hospital, plan)
        else:
            _leave(site, hospital, plan)
        plan.lines.extend(_line(Outcome.NOTED, hospital, reason=note) for note in hospital.notes)
    plan.lines.extend(
        Line(Outcome.GONE, f"{site.ccn} {site.name}")
        for site in known.values()
        if site.origin == SiteOrigin.CMS
    )
    return plan


def _line(
    outcome: Outcome, hospital: Hospital, reason: str = "", changes: tuple[Change, ...] = ()
) -> Line:
    what = f"{hospital.ccn} {hospital.name}"
    return Line(outcome, what, line=hospital.line, reason=reason, changes=changes)


def _said(hospital: Hospital) -> dict[str, object]:
    return {name: getattr(hospital, name) for name in CMS_COLUMNS}


def _site_of(hospital: Hospital, slugs: set[str]) -> Site:
    said = _said(hospital)
    slug = slugify(f"{hospital.name[:90]} {hospital.ccn}")
    while slug in slugs:
        slug = f"{slug}-cms"
    slugs.add(slug)
    return Site(
        **said,
        ccn=hospital.ccn,
        slug=slug,
        kind=SiteKind.HOSPITAL,
        origin=SiteOrigin.CMS,
        origin_values=said,
    )


def _follow(site: Site, hospital: Hospital, plan: _Plan) -> None:
    """Change what nobody has written by hand, list what somebody has, note what CMS says."""
    said = _said(hospital)
    now = {name: getattr(site, name) for name in CMS_COLUMNS}
    own = {name for name, value in now.items() if value != site.origin_values.get(name, value)}
    differing = changes_of(now, {n: value for n, value in said.items() if value not in NOT_KNOWN})
    follow = tuple(one for one in differing if one.name not in own)
    kept = tuple(one for one in differing if one.name in own)
    if kept:
        reason = "The desk wrote this itself; it stays as it is."
        plan.lines.append(_line(Outcome.CONFLICT, hospital, reason, kept))
    if follow:
        plan.lines.append(_line(Outcome.CHANGED, hospital, changes=follow))
        plan.changed.append((site, follow))
    for one in follow:
        setattr(site, one.name, one.after)
    remembered = {**site.origin_values, **{n: v for n, v in said.items() if v not in NOT_KNOWN}}
    if follow or remembered != site.origin_values:
        site.origin_values = remembered
        plan.told.append(site)


def _leave(site: Site, hospital: Hospital, plan: _Plan) -> None:
    """The agency entered this hospital before CMS did: it is the agency's."""
    now = {name: getattr(site, name) for name in CMS_COLUMNS}
    said = {name: value for name, value in _said(hospital).items() if value not in NOT_KNOWN}
    if changes := changes_of(now, said):
        reason = "The agency entered this site itself; it stays as it is."
        plan.lines.append(_line(Outcome.CONFLICT, hospital, reason, changes))


def _write(plan: _Plan, read_on: date) -> None:
    """One statement a batch; the day of reading never goes back."""
    for site, _ in plan.changed:
        site.version += 1
    for site in plan.told:
        site.origin_read_on = max(site.origin_read_on or read_on, read_on)
    Site.objects.bulk_create(
        plan.told,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=WRITTEN,
    )


def _tell_history(plan: _Plan, source: str, by: str, at: datetime) -> None:
    record_all(
        actor=by,
        verb="imported",
        at=at,
        told=[
            (ref_of(site), {"version": site.version, "source": source, "said": site.origin_values})
            for site in plan.new
        ],
    )
    record_all(
        actor=by,
        verb="followed_source",
        at=at,
        told=[
            (
                ref_of(site),
                {"version": site.version, "source": source, "changes": for_history(changes)},
            )
            for site, changes in plan.changed
        ],
    )


def _tell_search(sites: Iterable[Site]) -> None:
    published = [site.pk for site in sites if site.state == Publication.PUBLISHED]
    if published:
        refresh(rotations=Rotation.objects.filter(site__in=published).values_list("pk", flat=True))
