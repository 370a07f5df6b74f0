"""Lists of clinical experience kept by others: entries shown as not bookable here.

Nothing is guessed. Price, length and promises stay in the raw text; what contradicts itself or
cannot be believed is noted beside the entry, and rows their own list rejected are not taken.
"""

import re
from collections import Counter
from dataclasses import dataclass

from rounds.core.vocabulary import STATES, Kind
from rounds.web.catalog.importers.sheet import Rejected, Row, read_sheet

COLUMNS = (
    "id", "title", "listingType", "specialty", "city", "state", "shortDescription",
    "fullDescription", "duration", "cost", "eligibilitySummary", "status", "lorPossible",
    "visaSupport", "websiteUrl",
)  # fmt: skip
TAKEN = "APPROVED"
KINDS = {
    "OBSERVERSHIP": Kind.OBSERVERSHIP,
    "EXTERNSHIP": Kind.EXTERNSHIP,
    "ELECTIVE": Kind.ELECTIVE,
    "RESEARCH": Kind.RESEARCH,
}
LETTERS = re.compile(r"\bletters? of recommendation\b|\blors?\b", re.IGNORECASE)
VISITORS = re.compile(r"\bB-?1\b|\bB-?2\b", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the list. ``state_code`` and ``kind`` are empty when not certain."""

    line: int
    source_id: str
    title: str
    listed_as: str
    kind: str
    specialty: str
    city: str
    state_code: str
    url: str
    raw: dict[str, str]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListingFile:
    entries: tuple[Entry, ...]
    rejected: tuple[Rejected, ...]


def read_listings(data: bytes) -> ListingFile:
    """Every entry its own list stands for."""
    sheet = read_sheet(data, COLUMNS)
    ids = Counter(row.cells["id"] for row in sheet.rows)
    titles = Counter(row.cells["title"].casefold() for row in sheet.rows)
    entries, rejected = [], list(sheet.rejected)
    for row in sheet.rows:
        if reason := _reason_against(row, ids):
            rejected.append(Rejected(row.line, row.cells["title"][:80], reason))
        else:
            entries.append(_entry(row, titles))
    return ListingFile(tuple(entries), tuple(sorted(rejected, key=lambda one: one.line)))


def _reason_against(row: Row, ids: Counter[str]) -> str:
    if not row.cells["id"]:
        return "it has no id"
    if ids[row.cells["id"]] > 1:
        return f"the id {row.cells['id']} stands {ids[row.cells['id']]} times in the file"
    if not row.told("title"):
        return "it has no title"
    if row.cells["status"] != TAKEN:
        return f"its own list says {row.cells['status'].lower() or 'nothing'} about it"
    return ""


def _entry(row: Row, titles: Counter[str]) -> Entry:
    cells = row.cells
    state, url = cells["state"].upper(), cells["websiteUrl"]
    kind = KINDS.get(cells["listingType"])
    return Entry(
        line=row.line,
        source_id=cells["id"],
        title=cells["title"][:300],
        listed_as=cells["listingType"][:60],
        kind=kind.value if kind else "",
        specialty=row.told("specialty")[:300],
        city=row.told("city")[:100],
        state_code=state if state in STATES else "",
        url=url if ADDRESS.fullmatch(url) and len(url) <= 500 else "",
        raw=cells,
        findings=tuple(_findings(row, kind, titles)),
    )


def _findings(row: Row, kind: Kind | None, titles: Counter[str]) -> list[str]:
    """What does not fit together, in words; both sides are kept in the raw text."""
    cells = row.cells
    text = f"{cells['shortDescription']} {cells['fullDescription']} {cells['eligibilitySummary']}"
    found = []
    if cells["lorPossible"] == "False" and LETTERS.search(text):
        found.append("The list says that no letter is possible, and the text speaks of letters.")
    if kind is Kind.EXTERNSHIP and VISITORS.search(text):
        found.append(
            "Hands-on work is offered to visitors (B-1, B-2): a graduate may not do this on them."
        )
    if cells["state"].upper() not in STATES:
        found.append(f"The state “{cells['state']}” is none; it is kept as told.")
    if not ADDRESS.fullmatch(cells["websiteUrl"]):
        found.append(f"The address “{cells['websiteUrl']}” leads nowhere and is left out.")
    if titles[cells["title"].casefold()] > 1:
        found.append("Another entry of the list has the same title.")
    if cells["cost"].startswith("~") or cells["duration"].startswith("~"):
        found.append("Price or length is a guess of the list, and is not shown.")
    return found
