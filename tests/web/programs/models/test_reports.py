import pytest
from django.db import IntegrityError, transaction

from rounds.web.programs.models import ChangeReport, ReportState
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "settled_at"), [(ReportState.WAITING, NOW), (ReportState.TAKEN, None), ("lost", NOW)]
)
def test_a_report_is_settled_exactly_when_it_no_longer_waits(applicant, state, settled_at):
    with pytest.raises(IntegrityError), transaction.atomic():
        ChangeReport.objects.create(
            program=make_bare_program(), reporter=applicant, url="https://a.example", words="x",
            state=state, made_at=NOW, settled_at=settled_at,
        )  # fmt: skip
