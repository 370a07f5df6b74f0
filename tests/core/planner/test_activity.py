from rounds.core.planner.activity import activity_of, ruling_on
from rounds.core.vocabulary import Mode, Permission, Role
from tests.core.planner.worlds import CITIZEN, LAW, site, term


def test_the_law_is_asked_about_everything_a_term_states():
    one = term(
        "A",
        at=site(2),
        role=Role.HANDS_ON,
        mode=Mode.VIRTUAL,
        supervised_by_faculty=True,
        is_part_of_degree=False,
        is_paid=True,
    )

    activity = activity_of(one)

    assert (activity.span, activity.state, activity.site) == (one.span, "CA", "site-2")
    assert (activity.kind, activity.role, activity.mode) == (one.kind, one.role, one.mode)
    assert (activity.hours, activity.is_medical_school_hospital) == (one.hours, None)
    assert (activity.supervised_by_faculty, activity.is_part_of_degree) == (True, False)
    assert activity.is_paid


def test_the_ruling_is_the_one_of_the_rulebook():
    assert ruling_on(CITIZEN, term("A"), LAW).permission is Permission.ALLOWED
    in_california = term("A", role=Role.HANDS_ON, at=site(2))
    assert ruling_on(CITIZEN, in_california, LAW).permission is Permission.NOT_ALLOWED
