import pytest
from django.db import IntegrityError, transaction

from rounds.web.programs.models import MOST_WEIGHT, Star
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db


def test_a_person_stars_a_program_once(applicant):
    program = make_bare_program()
    Star.objects.create(user=applicant, program=program, made_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Star.objects.create(user=applicant, program=program, made_at=NOW)


def test_a_weight_beyond_the_most_is_refused(applicant):
    with pytest.raises(IntegrityError), transaction.atomic():
        Star.objects.create(
            user=applicant, program=make_bare_program(), weight=MOST_WEIGHT + 1, made_at=NOW
        )
