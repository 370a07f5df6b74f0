"""The small, hand-readable cut of the demo world that stands in ``examples/``."""

from collections.abc import Iterable
from csv import DictReader
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from rounds.demo.terms import Cells, sheet
from rounds.demo.world import DECISIONS, OFFERS, SEED, World, world

ROTATIONS = ("ACORN3", "DEW3", "FERN4", "HAZEL1", "LARK3", "QUILL3", "THISTLE1", "VELVET4")
DATES_EACH = 3
READY_AFTER = timedelta(weeks=6)


def example_files(*, on: date, seed: str = SEED) -> tuple[tuple[str, str], ...]:
    """Paths and texts: the four applicants, the decisions, and a few dates of a few rotations."""
    whole = world(on=on, seed=seed)
    texts = dict(whole.files)
    kept = [DECISIONS, *(person.file for person in whole.people)]
    return ((OFFERS, sheet(_few(whole))), *((name, texts[name]) for name in kept))


def write_examples(folder: Path, *, on: date, seed: str = SEED) -> None:
    """Refresh the made files of ``examples/``; the hand-written ones stay."""
    for name, text in example_files(on=on, seed=seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _few(whole: World) -> Iterable[Cells]:
    """Of each chosen rotation the first dates that leave time to get ready and have a seat."""
    rows = list(DictReader(dict(whole.files)[OFFERS].splitlines()))
    earliest = (whole.on + READY_AFTER).isoformat()
    for code in ROTATIONS:
        fitting = (
            row
            for row in rows
            if row["code"].startswith(f"{code}-")
            and row["first"] >= earliest
            and row["seats"] != "0"
        )
        yield from islice(fitting, DATES_EACH)
