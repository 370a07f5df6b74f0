import pytest

from rounds.web.programs.models import NrmpProgram
from rounds.web.programs.queries.quotas import candidates_for
from tests.web.programs.makers import make_bare_program

pytestmark = pytest.mark.django_db


def code(number, *names, **over):
    return NrmpProgram.objects.create(
        **{
            "code": f"{number}120C0", "program": "Family Medicine", "names": list(names),
            "city": "Gable Falls", "state_code": "NY", "specialty": "family medicine", **over,
        }
    )  # fmt: skip


def named(**over):
    return make_bare_program(
        **{"name": "Gable Falls Hospital", "specialty": "family medicine", **over}
    )


def found(program):
    return [(one.nrmp.code[:4], one.percent) for one in candidates_for(program)]


def test_the_most_alike_come_first_and_the_unlike_not_at_all():
    code(1001, "Gable Falls Hosp-NY")
    code(1002, "Moss End Univ Hosp-NY")
    code(1003, "Gable Fall Med Ctr")

    codes = [number for number, _ in found(named())]
    assert codes[0] == "1003" or codes[0] == "1001"
    assert set(codes) >= {"1001", "1003"}


def test_an_older_name_of_the_code_counts_as_well():
    code(1001, "Renamed Health System-NY", "Gable Falls Hospital")

    assert found(named(city="Elsewhere")) == [("1001", 100)]


@pytest.mark.parametrize("over", [{"state_code": "TX"}, {"specialty": "urology"}])
def test_another_state_or_specialty_is_no_candidate(over):
    code(1001, "Gable Falls Hospital", **over)

    assert found(named()) == []


def test_who_holds_a_code_already_is_said():
    code(1001, "Gable Falls Hospital")
    holder = named(nrmp_code="1001120C0")

    (one,) = candidates_for(named())
    assert one.held_by == holder


def test_candidates_cost_the_same_for_one_code_and_for_three(django_assert_num_queries):
    program = named()
    for number in range(3):
        code(1001 + number, "Gable Falls Hospital")
        with django_assert_num_queries(2):
            candidates_for(program)
