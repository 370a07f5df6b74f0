"""Program Results of the NRMP as a long table: one row a code and year."""

import re
from collections import Counter
from dataclasses import dataclass

from rounds.web.catalog.importers.sheet import Rejected, Row, read_sheet
from rounds.web.kit.places import states

COLUMNS = ("state", "institution", "city", "program", "code", "year", "quota", "matched")
CODE = re.compile(r"\d{4}\d{3}[A-Z0-9]{2,3}")
FIRST_YEAR, LAST_YEAR, MOST_PLACES = 1952, 2100, 999
SPECIALTIES = {
    "internal medicine": "internal medicine",
    "medicine-primary": "internal medicine",
    "family medicine": "family medicine",
    "general surgery": "general surgery",
    "obstetrics-gynecology": "obstetrics and gynecology",
    "medicine-preliminary": "preliminary medicine",
    "surgery-preliminary": "preliminary surgery",
    "anesthesiology": "anesthesiology",
    "radiology-diagnostic": "diagnostic radiology",
    "psychiatry": "psychiatry",
    "emergency medicine": "emergency medicine",
    "pediatrics": "pediatrics",
    "neurology": "neurology",
    "orthopaedic surgery": "orthopedic surgery",
    "orthopedic surgery": "orthopedic surgery",
    "dermatology": "dermatology",
    "pathology": "pathology",
    "neurological surgery": "neurosurgery",
    "otolaryngology": "otolaryngology",
    "child neurology": "child neurology",
    "phys medicine & rehab": "physical medicine and rehabilitation",
    "transitional": "transitional year",
    "radiation oncology": "radiation oncology",
    "medicine-pediatrics": "medicine-pediatrics",
    "plastic surgery (integrated)": "plastic surgery",
    "vascular surgery": "vascular surgery",
    "thoracic surgery": "thoracic surgery",
}


@dataclass(frozen=True, slots=True)
class YearOfCode:
    """One row: what a code offered and filled in one Match. ``specialty`` is ours, or empty."""

    line: int
    code: str
    year: int
    institution: str
    program: str
    specialty: str
    city: str
    state_code: str
    offered: int
    filled: int


@dataclass(frozen=True, slots=True)
class QuotaFile:
    """What was read, by code and year; ``rows`` of the file in all."""

    rows: int
    years: tuple[YearOfCode, ...]
    rejected: tuple[Rejected, ...]


def read_quotas(data: bytes) -> QuotaFile:
    """Raises Refusal when the file is no such table; a wrong row is told and left out."""
    sheet = read_sheet(data, COLUMNS)
    names = {name.casefold(): code for code, name in states()}
    counts = Counter((row.cells["code"], row.cells["year"]) for row in sheet.rows)
    years, rejected = [], list(sheet.rejected)
    for row in sheet.rows:
        code, year = row.cells["code"], row.cells["year"]
        reason = _wrong(row, names)
        if not reason and counts[code, year] > 1:
            reason = f"the code {code} stands more than once for {year}"
        if reason:
            rejected.append(Rejected(row.line, f"{code} {row.cells['institution']}"[:60], reason))
        else:
            years.append(_year(row, names))
    return QuotaFile(len(sheet.rows) + len(sheet.rejected), tuple(years), tuple(rejected))


def _wrong(row: Row, names: dict[str, str]) -> str:
    told = row.cells
    if not CODE.fullmatch(told["code"]):
        return "the code is not one of the Match, such as 1062140C0"
    if told["state"].casefold() not in names:
        return f"no state is called {told['state']}"
    if not _between(told["year"], FIRST_YEAR, LAST_YEAR):
        return "the year is no year"
    if not (_between(told["quota"], 0, MOST_PLACES) and _between(told["matched"], 0, MOST_PLACES)):
        return "places offered and filled must be whole numbers"
    if int(told["matched"]) > int(told["quota"]):
        return "more places are filled than offered"
    return "" if told["institution"] and told["program"] else "institution or program is missing"


def _between(text: str, low: int, high: int) -> bool:
    return text.isascii() and text.isdecimal() and low <= int(text) <= high


def _year(row: Row, names: dict[str, str]) -> YearOfCode:
    told = row.cells
    return YearOfCode(
        line=row.line,
        code=told["code"],
        year=int(told["year"]),
        institution=told["institution"],
        program=told["program"],
        specialty=SPECIALTIES.get(told["program"].casefold(), ""),
        city=told["city"],
        state_code=names[told["state"].casefold()],
        offered=int(told["quota"]),
        filled=int(told["matched"]),
    )
