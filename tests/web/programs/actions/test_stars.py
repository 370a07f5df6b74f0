import pytest

from rounds.web.history.queries import entries_of_person, lines_of
from rounds.web.kit.refusal import Refusal
from rounds.web.programs.actions.stars import weigh
from rounds.web.programs.models import Star
from rounds.web.programs.queries.stars import weights_by_program
from tests.web.programs.makers import NOW, make_bare_program

pytestmark = pytest.mark.django_db


def test_a_weight_is_kept_changed_and_taken_back(applicant):
    program = make_bare_program()
    for weight in (3, 0, 10):
        weigh(program=program, user=applicant, weight=weight, at=NOW)
        assert weights_by_program(applicant) == {program.pk: weight}
    weigh(program=program, user=applicant, weight=1, at=NOW)

    assert Star.objects.count() == 0
    lines = lines_of(entries_of_person(subject=applicant.ref))
    assert [line.payload["weight"] for line in lines] == [3, 0, 10, 1]


@pytest.mark.parametrize("weight", [-1, 11])
def test_a_weight_nobody_offers_is_refused(applicant, weight):
    with pytest.raises(Refusal) as refused:
        weigh(program=make_bare_program(), user=applicant, weight=weight, at=NOW)

    assert refused.value.code == "weight"
