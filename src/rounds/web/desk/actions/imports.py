"""The verbs of import runs: keep what a file would do, do it once, or drop it."""

import gzip
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.catalog.actions.imports.report import Report
from rounds.web.desk.models import ImportRun, RunState
from rounds.web.history.actions import record
from rounds.web.kit.refusal import Refusal

MOST_LINES = 20_000
LONGEST_NAME = 200


@transaction.atomic
def keep_look(*, run: ImportRun, data: bytes, report: Report) -> ImportRun:
    """Keep a file with what it would do, so that a person can read that first.

    ``run`` is new and says which file of which kind it is, who brought it, and when.
    """
    if run.made_by is None:
        raise ValueError("somebody brings a file")
    run.file_name = run.file_name[-LONGEST_NAME:]
    run.sha256 = sha256(data).hexdigest()
    run.content = gzip.compress(data, mtime=0)
    for name, value in _told(report).items():
        setattr(run, name, value)
    run.save(force_insert=True)
    record(
        actor=run.made_by.ref,
        verb="looked_at_file",
        object=_ref(run),
        at=run.made_at,
        payload=_payload(run),
    )
    return run


def apply_run(
    *,
    run: ImportRun,
    look: Callable[[], Report],
    work: Callable[[], Report],
    by: User,
    at: datetime,
) -> ImportRun:
    """Do what the person has read, all or nothing, and only once.

    When the catalog has changed since, nothing is done; the run keeps the new report to be read.
    """
    with transaction.atomic():
        row = _open(run)
        now = look()
        is_as_read = now.digest() == row.digest
        if not is_as_read:
            _write(row, now)
        elif row.is_blocked:
            raise Refusal("rows_refused", "Rows of this file are refused, so it cannot be applied.")
        else:
            _write(row, work())
            _end(row, RunState.APPLIED, by, at)
    if not is_as_read:
        raise Refusal(
            "changed_meanwhile",
            "The catalog has changed since you looked. Nothing was done; read the new report.",
        )
    return row


@transaction.atomic
def drop_run(*, run: ImportRun, by: User, at: datetime) -> None:
    """End a run without doing anything; the file itself is not kept."""
    _end(_open(run), RunState.DROPPED, by, at)


def file_of(run: ImportRun) -> bytes:
    """The file as it was brought; empty when the run has ended."""
    packed = bytes(run.content)
    return gzip.decompress(packed) if packed else b""


def _open(run: ImportRun) -> ImportRun:
    row = ImportRun.objects.select_for_update().get(pk=run.pk)
    if row.state != RunState.LOOKED:
        raise Refusal(
            "run_ended", f"This file was {row.get_state_display().lower()} already. Bring it again."
        )
    return row


def _end(row: ImportRun, state: RunState, by: User, at: datetime) -> None:
    row.state, row.ended_at, row.content = state, at, b""
    row.save(update_fields=["state", "ended_at", "content"])
    record(actor=by.ref, verb=f"{state}_file", object=_ref(row), at=at, payload=_payload(row))


def _write(row: ImportRun, report: Report) -> None:
    told = _told(report)
    for name, value in told.items():
        setattr(row, name, value)
    row.save(update_fields=list(told))


def _told(report: Report) -> dict[str, object]:
    return {
        "rows": report.rows,
        "same": report.same,
        "counts": report.counts,
        "lines": [asdict(line) for line in report.lines[:MOST_LINES]],
        "is_blocked": report.is_blocked,
        "digest": report.digest(),
    }


def _ref(run: ImportRun) -> str:
    return f"import:{run.pk}"


def _payload(run: ImportRun) -> dict[str, object]:
    return {
        "kind": run.kind,
        "file": run.file_name,
        "sha256": run.sha256,
        "rows": run.rows,
        "same": run.same,
        **run.counts,
    }
