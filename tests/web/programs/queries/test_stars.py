import pytest

from rounds.web.programs.models import Star
from rounds.web.programs.queries.stars import weights_of
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db


def test_weights_are_ones_own_and_by_code(applicant, other_applicant):
    two, one = make_bare_program(code="two"), make_bare_program(code="one")
    for user, program, weight in [
        (applicant, two, 5), (applicant, one, 0), (other_applicant, one, 9),
    ]:  # fmt: skip
        Star.objects.create(user=user, program=program, weight=weight, made_at=NOW)

    assert weights_of(applicant) == (("one", 0), ("two", 5))
