from datetime import timedelta

import pytest

from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.reports import MOST_A_DAY, report_change, settle_report
from rounds.web.programs.models import ChangeReport, ReportState
from rounds.web.programs.queries.desk import waiting_reports
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db


def report(applicant, at=NOW, program=None):
    return report_change(
        program=program or make_bare_program(), url="https://a.example", words="J-1 only now",
        by=applicant, at=at,
    )  # fmt: skip


def test_a_report_waits_until_it_is_settled_once(applicant, coordinator):
    made = report(applicant)
    assert list(waiting_reports()) == [made]

    settled = settle_report(
        report=made, state=ReportState.TAKEN, answer="Read and kept.", by=coordinator, at=NOW
    )
    assert (settled.state, settled.settled_at) == ("taken", NOW)
    assert list(waiting_reports()) == []
    with pytest.raises(Refusal) as refused:
        settle_report(report=made, state=ReportState.DECLINED, answer="x", by=coordinator, at=NOW)
    assert refused.value.code == "settled"


def test_nobody_floods_the_queue(applicant, other_applicant):
    program = make_bare_program()
    for _ in range(MOST_A_DAY):
        report(applicant, program=program)
    with pytest.raises(Refusal) as refused:
        report(applicant, program=program)

    assert refused.value.code == "too_many"
    report(other_applicant, program=program)
    report(applicant, at=NOW + timedelta(days=1, seconds=1), program=program)
    assert ChangeReport.objects.count() == MOST_A_DAY + 2
