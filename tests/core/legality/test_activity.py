from dataclasses import FrozenInstanceError

import pytest

from rounds.core.legality.activity import Activity
from rounds.core.vocabulary import Kind, Mode, Role
from tests.core.legality.people import TERM


def test_what_nobody_states_about_an_activity_is_unknown_except_pay():
    activity = Activity(TERM, "TX", Kind.ELECTIVE, Role.HANDS_ON, Mode.IN_PERSON, ())

    assert activity.is_medical_school_hospital is None
    assert activity.supervised_by_faculty is None
    assert activity.is_part_of_degree is None
    assert activity.is_paid is False


def test_an_activity_cannot_be_changed_after_it_was_ruled_on():
    activity = Activity(TERM, "TX", Kind.ELECTIVE, Role.HANDS_ON, Mode.IN_PERSON, ())

    with pytest.raises(FrozenInstanceError):
        activity.state = "CA"
