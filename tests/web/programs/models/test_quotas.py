from datetime import date

import pytest
from django.db import IntegrityError, transaction

from rounds.web.programs.models import NrmpProgram, Quota, ResidentShare, ShareOf
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db


def test_no_more_places_are_filled_than_offered():
    nrmp = NrmpProgram.objects.create(code="1001120C0", program="A", state_code="NY")
    with pytest.raises(IntegrityError), transaction.atomic():
        Quota.objects.create(
            nrmp=nrmp, year=2020, offered=1, filled=2, source="A", read_on=NOW.date()
        )


@pytest.mark.parametrize(("count", "residents"), [(2, 1), (0, 0)])
def test_a_share_is_a_part_of_somebody(count, residents):
    with pytest.raises(IntegrityError), transaction.atomic():
        ResidentShare.objects.create(
            program=make_bare_program(), share_of=ShareOf.IMG, count=count, residents=residents,
            as_of=date(2026, 7, 1), source_name="A", source_url="https://a.example", made_at=NOW,
        )  # fmt: skip
