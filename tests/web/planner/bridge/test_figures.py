from datetime import timedelta

import pytest

from rounds.web.planner.bridge.figures import rotation_in_plan
from rounds.web.planner.models import Plan
from tests.web.catalog.makers import make_term
from tests.web.planner.makers import NOW, make_answered, make_world

pytestmark = pytest.mark.django_db


def test_without_a_plan_or_a_date_nothing_is_said(applicant):
    assert rotation_in_plan(user=applicant, terms=[make_term()]) is None
    make_world(applicant)
    make_answered(applicant)
    assert rotation_in_plan(user=applicant, terms=[]) is None


def test_each_date_says_what_it_does_and_whether_the_plan_has_it(
    applicant, django_assert_num_queries
):
    one, two = make_world(applicant, weeks=(4, 4, 8))
    make_answered(applicant, excluded=("LAMP2",))
    with django_assert_num_queries(1):
        found = rotation_in_plan(user=applicant, terms=[one, two])

    assert found.is_in_plan
    assert [(d.term.code, d.could_enter, d.is_in_plan, d.opens_alone) for d in found.dates] == [
        ("LAMP1", True, True, 2), ("LAMP2", False, False, 0),
    ]  # fmt: skip
    assert [date.sentence for date in found.dates] == [
        "Opens 2 doors by itself; 4 of 4 weeks for 2 programs; 4 of 8 weeks for 1 program.",
        "It could not be chosen for this plan.",
    ]
    assert not rotation_in_plan(user=applicant, terms=[two]).is_in_plan


def test_the_newest_saved_plan_counts_before_a_newer_one(applicant):
    one, _ = make_world(applicant)
    saved = make_answered(applicant)
    Plan.objects.update(name="Mine")
    make_answered(applicant, at=NOW + timedelta(hours=1))

    assert rotation_in_plan(user=applicant, terms=[one]).plan == saved
