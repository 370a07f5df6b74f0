import pytest

from rounds.web.planner.bridge.comparing import Door, compared
from tests.web.planner.makers import make_answered, make_world

pytestmark = pytest.mark.django_db


def test_two_plans_stand_side_by_side(applicant):
    make_world(applicant)
    dear, cheap = make_answered(applicant), make_answered(applicant, budget=1_900_00)
    found = compared(dear, cheap)

    assert {row.words: (row.one, row.two) for row in found.rows if row.differs} == {
        "Doors that open": ("2", "1"),
        "Doors open in all": ("2", "1"),
        "Cost": ("$3,400", "$1,800"),
        "of it estimated": ("$1,000", "$600"),
        "Rotations": ("2", "1"),
        "Weeks": ("8", "4"),
        "Letters in time": ("2", "1"),
        "Last day": ("Mar 26, 2027", "Jan 29, 2027"),
        "Budget asked for": ("no limit", "$1,900"),
    }
    assert [len(lines) for lines in found.rotations] == [2, 1]
    assert found.rotations[1][0].startswith("Jan 4 – Jan 29, 2027: ")
    assert (found.only_one, found.only_two, found.both) == (
        (Door("lantern-2", "Lantern 2 (fictional)"),), (), 1,
    )  # fmt: skip


def test_a_plan_without_rotations_has_no_last_day(applicant):
    make_world(applicant)
    plan = make_answered(applicant, budget=0)
    found = compared(plan, plan)

    assert {row.words: row.one for row in found.rows}["Last day"] == "–"
    assert not any(row.differs for row in found.rows)
