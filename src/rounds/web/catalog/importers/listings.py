"""Lists of clinical experience kept by others: entries shown as not bookable here.

Nothing is guessed. Price, length and promises stay in the raw text, and so does a ``False`` that
may only mean that nobody asked; what contradicts itself or cannot be believed is noted beside the
entry, and rows their own list does not stand for are not taken.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rounds.core.vocabulary import STATES, Kind
from rounds.web.catalog.importers.sheet import (
    Rejected,
    Row,
    read_sheet,
    refuse_without_rows,
)

COLUMNS = (
    "id", "title", "listingType", "specialty", "city", "state", "shortDescription",
    "fullDescription", "duration", "cost", "eligibilitySummary", "status", "lorPossible",
    "visaSupport", "websiteUrl",
)  # fmt: skip
TAKEN = "APPROVED"
LONGEST_ID = 100
KINDS = {
    "OBSERVERSHIP": Kind.OBSERVERSHIP,
    "EXTERNSHIP": Kind.EXTERNSHIP,
    "ELECTIVE": Kind.ELECTIVE,
    "RESEARCH": Kind.RESEARCH,
}
TEXTS = ("title", "shortDescription", "fullDescription", "eligibilitySummary")
LETTERS = re.compile(
    r"\bletters?[ -]of[ -]recommendation\b|\brecommendation letters?\b|\blors?\b", re.IGNORECASE
)
VISITORS = re.compile(r"\bB-?1\b|\bB-?2\b", re.IGNORECASE)
GUESS = re.compile(r"\s*~")
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+\S*", re.IGNORECASE)
JOKES = re.compile(
    r"\btest (?:run|entry|listing|row)\b|\blorem ipsum\b|\bgazillion\b|\basdf", re.IGNORECASE
)

Lines = Mapping[str, list[int]]


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
    refuse_without_rows(sheet)
    ids, titles = _lines_by(sheet.rows, "id"), _lines_by(sheet.rows, "title")
    entries, rejected = [], list(sheet.rejected)
    for row in sheet.rows:
        if reason := _reason_against(row, ids):
            rejected.append(Rejected(row.line, row.cells["title"][:80], reason))
        else:
            entries.append(_entry(row, titles))
    return ListingFile(tuple(entries), tuple(sorted(rejected, key=lambda one: one.line)))


def _lines_by(rows: tuple[Row, ...], column: str) -> Lines:
    """On which lines each value of a column stands, small and capital letters alike."""
    found: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        found[row.cells[column].casefold()].append(row.line)
    return found


def _reason_against(row: Row, ids: Lines) -> str:
    source_id = row.cells["id"]
    if not source_id:
        return "it has no id"
    if len(source_id) > LONGEST_ID:
        return f"its id has more than {LONGEST_ID} characters"
    if len(ids[source_id.casefold()]) > 1:
        return f"the id {source_id} stands {len(ids[source_id.casefold()])} times in the file"
    if not row.told("title"):
        return "it has no title"
    if row.cells["status"] != TAKEN:
        said = row.cells["status"].lower()
        return f"its own list calls it {said}" if said else "its own list does not stand for it"
    if any(JOKES.search(row.cells[name]) for name in (*TEXTS, "cost")):
        return "it reads like a test or a joke"
    return ""


def _entry(row: Row, titles: Lines) -> Entry:
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


def _findings(row: Row, kind: Kind | None, titles: Lines) -> list[str]:
    """What does not fit together, in words; both sides are kept in the raw text."""
    cells = row.cells
    text = " ".join(cells[name] for name in TEXTS)
    found = []
    if cells["lorPossible"].casefold() == "false" and LETTERS.search(text):
        found.append("The list says that no letter is possible, and the text speaks of letters.")
    if kind is Kind.EXTERNSHIP and VISITORS.search(text):
        found.append(
            "Hands-on work is offered to visitors (B-1, B-2): a graduate may not do this on them."
        )
    if cells["state"].upper() not in STATES:
        found.append(f"The state “{cells['state'][:30]}” is none; it is kept as told.")
    if not ADDRESS.fullmatch(cells["websiteUrl"]):
        found.append(f"The address “{cells['websiteUrl'][:80]}” leads nowhere and is left out.")
    others = [str(line) for line in titles[cells["title"].casefold()] if line != row.line]
    if others:
        found.append(f"The same title stands on line {', '.join(others)}: maybe the same entry.")
    if GUESS.match(cells["cost"]) or GUESS.match(cells["duration"]):
        found.append("Price or length is a guess of the list, and is not shown.")
    return found
