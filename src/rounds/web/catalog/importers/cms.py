"""CMS Hospital General Information (data.cms.gov, dataset xubh-q36u): hospitals as sites."""

import re
from collections import Counter
from dataclasses import dataclass

from rounds.core.vocabulary import STATES
from rounds.web.catalog.importers.places import area_of
from rounds.web.catalog.importers.readable import readable, telephone
from rounds.web.catalog.importers.sheet import (
    Rejected,
    Row,
    read_sheet,
    refuse_without_rows,
)

LONGEST = {
    "Facility ID": 6, "Facility Name": 200, "Address": 200, "City/Town": 100, "State": 2,
    "ZIP Code": 10, "County/Parish": 100, "Telephone Number": 30, "Hospital Type": 100,
    "Hospital Ownership": 100, "Emergency Services": 30,
}  # fmt: skip
COLUMNS = tuple(LONGEST)
CCN = re.compile(r"[0-9]{2}[0-9A-Z][0-9A-Z]{3}")
ZIP = re.compile(r"([0-9]{5})(-?[0-9]{4})?")
YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Hospital:
    """One hospital. ``ccn`` is text; names are readable, ``source_name`` is as CMS writes it.

    ``notes``: what does not fit together and keeps nobody from taking the row.
    """

    line: int
    ccn: str
    source_name: str
    name: str
    street: str
    city: str
    state_code: str
    zip_code: str
    county: str
    phone: str
    hospital_type: str
    ownership: str
    has_emergency: bool | None
    time_zone: str
    latitude: float | None
    longitude: float | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HospitalFile:
    hospitals: tuple[Hospital, ...]
    rejected: tuple[Rejected, ...]


def read_hospitals(data: bytes) -> HospitalFile:
    """Every hospital that can be told apart; identifiers are never repaired in silence."""
    sheet = read_sheet(data, COLUMNS)
    refuse_without_rows(sheet)
    counts = Counter(row.cells["Facility ID"] for row in sheet.rows)
    hospitals, rejected = [], list(sheet.rejected)
    for row in sheet.rows:
        problems = [*_problems_of_id(row, counts), *_problems(row)]
        if problems:
            what = f"{row.cells['Facility ID']} {row.cells['Facility Name']}".strip()
            rejected.append(Rejected(row.line, what[:200], "; ".join(problems)))
        else:
            hospitals.append(_hospital(row))
    return HospitalFile(tuple(hospitals), tuple(sorted(rejected, key=lambda one: one.line)))


def _problems_of_id(row: Row, counts: Counter[str]) -> list[str]:
    ccn = row.cells["Facility ID"]
    if ccn.isdigit() and len(ccn) == 5:
        return [f"the id {ccn} has five characters: a leading zero was lost, keep it as text"]
    if not CCN.fullmatch(ccn):
        return [f"the id {ccn[:30] or '(empty)'} is no CMS certification number of six characters"]
    if counts[ccn] > 1:
        return [f"the id {ccn} stands {counts[ccn]} times in the file"]
    return []


def _problems(row: Row) -> list[str]:
    state, zip_code = row.cells["State"].upper(), row.told("ZIP Code")
    found = [
        f"{name} has more than {longest} characters"
        for name, longest in LONGEST.items()
        if name not in ("Facility ID", "State", "ZIP Code") and len(row.cells[name]) > longest
    ]
    if not row.told("Facility Name"):
        found.append("it has no name")
    if not row.told("City/Town"):
        found.append("it has no city")
    if state not in STATES:
        found.append(f"nobody knows the state {state[:30] or '(empty)'}")
    if zip_code.isdigit() and len(zip_code) < 5:
        found.append(f"the ZIP code {zip_code} has lost a leading zero, keep it as text")
    elif zip_code and not ZIP.fullmatch(zip_code):
        found.append(f"the ZIP code {zip_code[:30]} has not five digits")
    return found


def _hospital(row: Row) -> Hospital:
    zip_code = row.told("ZIP Code")[:5]
    area = area_of(zip_code)
    return Hospital(
        line=row.line,
        ccn=row.cells["Facility ID"],
        source_name=row.cells["Facility Name"],
        name=readable(row.cells["Facility Name"]),
        street=readable(row.told("Address")),
        city=readable(row.cells["City/Town"]),
        state_code=row.cells["State"].upper(),
        zip_code=zip_code,
        county=readable(row.told("County/Parish")),
        phone=telephone(row.told("Telephone Number")),
        hospital_type=row.told("Hospital Type"),
        ownership=row.told("Hospital Ownership"),
        has_emergency=YES_NO.get(row.told("Emergency Services").casefold()),
        time_zone=area.time_zone if area else "",
        latitude=area.latitude if area else None,
        longitude=area.longitude if area else None,
        notes=tuple(_notes(row, zip_code)),
    )


def _notes(row: Row, zip_code: str) -> list[str]:
    area, state = area_of(zip_code), row.cells["State"].upper()
    emergency = row.told("Emergency Services")
    found = []
    if not zip_code:
        found.append("It has no ZIP code: no point on the map and no time zone are known.")
    elif area is None:
        found.append(
            f"Our list does not have the ZIP code {zip_code}: no point on the map and no time "
            "zone are known."
        )
    elif area.state_code != state:
        found.append(
            f"The ZIP code {zip_code} lies in {area.state_code}, and the row says {state}."
        )
    if emergency and emergency.casefold() not in YES_NO:
        found.append(f"“{emergency}” about emergency services is neither yes nor no: not known.")
    return found
