from datetime import UTC, date, datetime

import pytest

from rounds.web.catalog.actions.imports.report import Line, Outcome, Report
from rounds.web.desk.actions import imports
from rounds.web.desk.actions.imports import apply_run, drop_run, file_of, keep_look
from rounds.web.desk.models import ImportRun, RunState
from rounds.web.history.models import Entry
from rounds.web.kit.refusal import Refusal

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
REPORT = Report(2, 1, (Line(Outcome.NEW, "010001 Mercy", line=2),))
DATA = b"name\nMercy\n"


@pytest.fixture
def run(coordinator):
    new = ImportRun(
        kind="hospitals", file_name="cms.csv", read_on=date(2026, 11, 1), made_by=coordinator,
        made_at=NOW,
    )  # fmt: skip
    return keep_look(run=new, data=DATA, report=REPORT)


def apply(run, by, report=REPORT, work=lambda: REPORT):
    return apply_run(run=run, look=lambda: report, work=work, by=by, at=NOW)


def test_a_file_waits_with_what_it_would_do(run):
    row = ImportRun.objects.get()

    assert file_of(row) == DATA
    assert (row.rows, row.same, row.counts["new"], row.state) == (2, 1, 1, "looked")
    assert row.lines[0]["what"] == "010001 Mercy"
    assert len(row.sha256) == 64
    assert Entry.objects.get().verb == "looked_at_file"


def test_it_is_applied_once_and_the_file_is_not_kept(run, coordinator):
    apply(run, coordinator)

    row = ImportRun.objects.get()
    assert (row.state, row.ended_at, file_of(row)) == (RunState.APPLIED, NOW, b"")
    with pytest.raises(Refusal, match="was applied already"):
        apply(run, coordinator)
    assert list(Entry.objects.values_list("verb", flat=True)) == ["looked_at_file", "applied_file"]


def test_what_changed_since_it_was_read_is_read_again_first(run, coordinator):
    other = Report(2, 0, (*REPORT.lines, Line(Outcome.GONE, "020002 Old")))
    done = []

    with pytest.raises(Refusal, match="read the new report"):
        apply(run, coordinator, other, lambda: done.append(1))
    row = ImportRun.objects.get()
    assert (done, row.state, row.counts["gone"]) == ([], "looked", 1)
    assert apply(row, coordinator, other, lambda: other).state == RunState.APPLIED


def test_a_table_with_a_refused_row_is_not_applied(coordinator, run):
    blocked = Report(1, 0, (Line(Outcome.REFUSED, "x", reason="No."),), must_be_whole=True)
    with pytest.raises(Refusal):
        apply(run, coordinator, blocked)

    with pytest.raises(Refusal, match="cannot be applied"):
        apply(ImportRun.objects.get(), coordinator, blocked)


def test_work_that_fails_leaves_the_run_as_it_was(run, coordinator):
    def fail():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        apply(run, coordinator, REPORT, fail)
    assert ImportRun.objects.get().state == "looked"


def test_a_dropped_file_does_nothing_any_more(run, coordinator):
    drop_run(run=run, by=coordinator, at=NOW)

    assert file_of(ImportRun.objects.get()) == b""
    with pytest.raises(Refusal, match="was dropped already"):
        apply(run, coordinator)


def test_a_very_long_report_is_kept_in_part_and_counted_whole(coordinator, monkeypatch):
    monkeypatch.setattr(imports, "MOST_LINES", 1)
    new = ImportRun(kind="hospitals", file_name="a" * 300, read_on=date(2026, 11, 1),
                    made_by=coordinator, made_at=NOW)  # fmt: skip
    row = keep_look(run=new, data=DATA, report=Report(2, 0, REPORT.lines * 2))

    assert (len(row.lines), row.counts["new"], len(row.file_name)) == (1, 2, 200)


def test_nobody_brings_no_file():
    with pytest.raises(ValueError, match="somebody"):
        keep_look(run=ImportRun(), data=DATA, report=REPORT)
