"""CMS Hospital General Information (data.cms.gov, dataset xubh-q36u): hospitals as sites."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

import zipcodes

from rounds.core.vocabulary import STATES
from rounds.web.catalog.importers.sheet import Rejected, Row, read_sheet

COLUMNS = (
    "Facility ID", "Facility Name", "Address", "City/Town", "State", "ZIP Code", "County/Parish",
    "Telephone Number", "Hospital Type", "Hospital Ownership", "Emergency Services",
)  # fmt: skip
CCN = re.compile(r"[0-9]{2}[0-9A-Z][0-9A-Z]{3}")
SMALL = frozenset({"of", "the", "and", "at", "for", "in", "on", "by", "de", "la"})
KEPT_UPPER = frozenset({"US", "USA", "VA", "II", "III", "IV", "NYU", "UCLA", "UCSF", "LLC", "INC"})
YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Hospital:
    """One hospital. ``ccn`` is text; names are readable, ``source_name`` is as CMS writes it."""

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


@dataclass(frozen=True, slots=True)
class HospitalFile:
    hospitals: tuple[Hospital, ...]
    rejected: tuple[Rejected, ...]


def read_hospitals(data: bytes) -> HospitalFile:
    """Every hospital that can be told apart; identifiers are never repaired in silence."""
    sheet = read_sheet(data, COLUMNS)
    counts = Counter(row.cells["Facility ID"] for row in sheet.rows)
    hospitals, rejected = [], list(sheet.rejected)
    for row in sheet.rows:
        problems = list(_problems(row, counts))
        if problems:
            what = f"{row.cells['Facility ID']} {row.cells['Facility Name']}".strip()
            rejected.append(Rejected(row.line, what, "; ".join(problems)))
        else:
            hospitals.append(_hospital(row))
    return HospitalFile(tuple(hospitals), tuple(sorted(rejected, key=lambda one: one.line)))


def _problems(row: Row, counts: Counter[str]) -> list[str]:
    ccn, state = row.cells["Facility ID"], row.cells["State"].upper()
    zip_code = row.cells["ZIP Code"]
    found = []
    if ccn.isdigit() and len(ccn) == 5:
        found.append(f"the id {ccn} has five characters: a leading zero was lost, keep it as text")
    elif not CCN.fullmatch(ccn):
        found.append(f"the id {ccn or '(empty)'} is no CMS certification number of six characters")
    elif counts[ccn] > 1:
        found.append(f"the id {ccn} stands {counts[ccn]} times in the file")
    if not row.told("Facility Name"):
        found.append("it has no name")
    if not row.told("City/Town"):
        found.append("it has no city")
    if state not in STATES:
        found.append(f"nobody knows the state {state or '(empty)'}")
    if zip_code.isdigit() and len(zip_code) < 5:
        found.append(f"the ZIP code {zip_code} has lost a leading zero, keep it as text")
    return found


def _hospital(row: Row) -> Hospital:
    zip_code = row.told("ZIP Code")[:5]
    place = _place(zip_code)
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
        phone=row.told("Telephone Number"),
        hospital_type=row.told("Hospital Type"),
        ownership=row.told("Hospital Ownership"),
        has_emergency=YES_NO.get(row.told("Emergency Services").casefold()),
        time_zone=place[0],
        latitude=place[1],
        longitude=place[2],
    )


@cache
def _place(zip_code: str) -> tuple[str, float | None, float | None]:
    """Time zone and a point of the ZIP code's area: approximate, and unknown for a strange code."""
    is_code = zip_code.isdigit() and len(zip_code) == 5
    found = zipcodes.matching(zip_code) if is_code else []  # type: ignore[no-untyped-call]
    if not found:
        return "", None, None
    return str(found[0]["timezone"]), float(found[0]["lat"]), float(found[0]["long"])


def readable(text: str) -> str:
    """``MERCY HOSPITAL`` as people write it; what has small letters stays as it is."""
    if text != text.upper():
        return text
    words = text.split()
    return " ".join(_readable_word(word, is_first=n == 0) for n, word in enumerate(words))


def _readable_word(word: str, *, is_first: bool) -> str:
    if word.strip(".,()") in KEPT_UPPER:
        return word
    if word.casefold() in SMALL and not is_first:
        return word.lower()
    return re.sub(r"[^\W\d_]+(?:'[^\W\d_]+)?", lambda found: found[0].capitalize(), word)
