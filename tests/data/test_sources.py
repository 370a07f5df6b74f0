"""The list of sources in the documentation holds every address the shipped data cites."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rounds.data

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted(Path(rounds.data.__file__).parent.rglob("*.toml"))
LISTED = (ROOT / "docs" / "sources.md").read_text("utf-8")


def addresses(value: Any) -> Iterator[str]:
    """Every address anywhere in a parsed file."""
    if isinstance(value, dict):
        for part in value.values():
            yield from addresses(part)
    elif isinstance(value, list):
        for part in value:
            yield from addresses(part)
    elif isinstance(value, str) and value.startswith("http"):
        yield value


def test_every_address_the_shipped_data_cites_is_listed():
    cited = {
        address for file in SHIPPED for address in addresses(tomllib.loads(file.read_text("utf-8")))
    }

    assert len(cited) >= 36  # 34 program pages, two calendars; legality adds its own
    assert sorted(address for address in cited if f"<{address}>" not in LISTED) == []
