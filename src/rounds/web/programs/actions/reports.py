"""Report that a program's page says something else now, and settle such a report."""

from datetime import datetime, timedelta

from django.db import transaction

from rounds.web.accounts.models import User
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.keeping import note
from rounds.web.programs.models import ChangeReport, Program, ReportState

MOST_A_DAY = 10
A_DAY = timedelta(days=1)


@transaction.atomic
def report_change(
    *, program: Program, url: str, words: str, by: User, at: datetime
) -> ChangeReport:
    """Queue a report for the curator."""
    today = ChangeReport.objects.filter(reporter=by, made_at__gt=at - A_DAY).count()
    if today >= MOST_A_DAY:
        raise Refusal(
            "too_many", f"That is {MOST_A_DAY} reports in a day. Please send the next one tomorrow."
        )
    report = ChangeReport.objects.create(
        program=program, reporter=by, url=url, words=words, made_at=at
    )
    note(program, "change_reported", by=by.ref, at=at, report=report.pk, url=url)
    return report


@transaction.atomic
def settle_report(
    *, report: ChangeReport, state: ReportState, answer: str, by: User, at: datetime
) -> ChangeReport:
    """Taken in or declined, once."""
    row = ChangeReport.objects.select_for_update().select_related("program").get(pk=report.pk)
    if row.state != ReportState.WAITING:
        raise Refusal("settled", f"Somebody has settled this report already: {row.state}.")
    row.state, row.answer, row.settled_at = state, answer, at
    row.save(update_fields=["state", "answer", "settled_at"])
    note(
        row.program, "report_settled", by=by.ref, at=at,
        report=row.pk, state=state.value, why=answer,
    )  # fmt: skip
    return row
