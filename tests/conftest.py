"""Fixtures for every test: the shared data, and a database whose commits are real."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("rounds", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("rounds")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Data too large or not ours to ship; tests that read it skip where it is absent."""
    folder = Path(os.environ.get("ROUNDS_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no folder {folder}: set ROUNDS_SHARED to the shared data")
    return folder


@pytest.fixture
def append_only_tables() -> tuple[str, ...]:
    return ("history_entry",)


@pytest.fixture
def committed(transactional_db: None, append_only_tables: tuple[str, ...]) -> Iterator[None]:
    """Real commits, for tests of several connections; the clean-up may empty append-only tables."""
    from django.apps import apps  # noqa: PLC0415 -- core tests stay without Django
    from django.db import connection  # noqa: PLC0415 -- as above

    from rounds.web.kit.append_only import refuse_changes  # noqa: PLC0415 -- as above

    def switch(*, on: bool) -> None:
        with connection.schema_editor() as editor:
            for operation in map(refuse_changes, append_only_tables):
                operation.reverse_code(apps, editor)
                if on:
                    operation.code(apps, editor)

    switch(on=True)
    yield
    switch(on=False)
