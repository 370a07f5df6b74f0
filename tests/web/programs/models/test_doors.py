import pytest
from django.db import IntegrityError, transaction

from rounds.web.programs.models import DoorSheet, DoorVerdict
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("door", "causes"), [("ajar", ""), ("undecided", ""), ("open", "stale"), ("closed", "stale")]
)
def test_only_an_undecided_door_has_causes(applicant, door, causes):
    sheet = DoorSheet.objects.create(
        user=applicant, season_year=2028, facts_hash="x", judged_on=NOW.date(), judged_at=NOW
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        DoorVerdict.objects.create(
            sheet=sheet,
            program=make_bare_program(),
            door=door,
            causes=causes,
            is_possible=False,
            changed_at=NOW,
        )
