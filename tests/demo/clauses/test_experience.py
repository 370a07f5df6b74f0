"""Experience clauses come in every published shape."""

from rounds.core.eligibility.criteria.clinical_experience import ExperienceAsked
from rounds.core.eligibility.rules import All, AnyOf, leaves
from rounds.core.vocabulary import Coverage, Kind, Modality, Mode, Role, Setting
from rounds.demo.clauses.experience import asked, experience_page
from tests.demo.drawing import clauses, leaf_names, pages, rule, share

DRAWN = pages(experience_page)
ASKED = [
    leaf
    for clause in clauses(DRAWN)
    for leaf in leaves(rule(clause))
    if isinstance(leaf, ExperienceAsked)
]


def test_parts_left_blank_leave_no_trace():
    assert asked("weeks = 4", "", 'countries = ["US"]') == (
        '{ clinical_experience = { weeks = 4, countries = ["US"] } }'
    )


def test_trees_branch_both_ways_and_ask_for_other_things_too():
    roots = {type(rule(clause)) for clause in clauses(DRAWN)}

    assert roots >= {All, AnyOf, ExperienceAsked}
    assert leaf_names(DRAWN) == {"clinical_experience", "not_testable", "residency_training"}


def test_some_pages_count_watching_some_exclude_it_some_do_not_say():
    assert any(leaf.kinds and Kind.OBSERVERSHIP in leaf.kinds for leaf in ASKED)
    assert any(Kind.OBSERVERSHIP in leaf.not_counting for leaf in ASKED)
    assert any(leaf.kinds is None and leaf.roles is None for leaf in ASKED)
    assert any(leaf.modes == {Mode.IN_PERSON, Mode.VIRTUAL} for leaf in ASKED)


def test_hands_on_is_asked_more_often_than_anything_else():
    hands_on = [leaf for leaf in ASKED if leaf.roles == {Role.HANDS_ON}]

    assert 0.5 < len(hands_on) / len(ASKED) < 0.8


def test_months_settings_specialties_windows_and_single_rotations_occur():
    assert any(leaf.sure_weeks > leaf.possible_weeks for leaf in ASKED)  # a month is 4 or 52/12
    assert any(leaf.settings == {Setting.INPATIENT} for leaf in ASKED)
    assert any(leaf.specialties == {"neurology"} for leaf in ASKED)
    assert any(leaf.counted.value == "one_rotation" for leaf in ASKED)
    assert any(leaf.since_graduation for leaf in ASKED)
    assert {(leaf.within.years, leaf.within.months) for leaf in ASKED if leaf.within} >= {
        (1, 0),
        (2, 0),
        (3, 0),
        (0, 6),
        (0, 12),
    }


def test_few_pages_are_silent_and_some_ask_expressly_for_nothing():
    assert 0.02 < share(DRAWN, lambda page: page.coverage is Coverage.NOT_STATED) < 0.07
    assert share(DRAWN, lambda page: page.coverage is Coverage.NOT_READ) > 0
    assert share(DRAWN, lambda page: page.coverage is Coverage.EXPRESSLY_NONE) > 0.02


def test_wishes_stand_beside_demands():
    assert {clause.modality for clause in clauses(DRAWN)} == {
        Modality.REQUIRED,
        Modality.PREFERRED,
        Modality.STRONGLY_PREFERRED,
    }
