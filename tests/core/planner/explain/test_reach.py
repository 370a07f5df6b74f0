from dataclasses import replace

from rounds.core.eligibility.assess import assess
from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.criteria.not_testable import NotTestable
from rounds.core.planner.explain.reach import (
    can_be_possible_by_growth,
    can_open_by_growth,
    is_required,
)
from rounds.core.vocabulary import Coverage, Modality, Topic
from tests.core.planner.explain.small import EIGHT
from tests.core.planner.worlds import (
    CITIZEN,
    OPEN_COVERAGE,
    SEASON,
    STALE,
    asked,
    program,
    requirement,
)

TOO_OLD = GraduatedWithin(1, Anchor.APPLY, 1)


def reach(one):
    """Can rotations open it; can they make it possible?"""
    (assessment,) = assess(CITIZEN, [one], SEASON)
    return can_open_by_growth(assessment, SEASON), can_be_possible_by_growth(assessment)


def test_missing_weeks_alone_can_be_cured_by_rotations():
    assert reach(EIGHT) == (True, True)


def test_an_old_degree_bars_whatever_is_done():
    assert reach(program("P", asked(8), TOO_OLD)) == (False, False)


def test_a_clause_nobody_can_test_leaves_the_door_possible_only():
    assert reach(program("P", asked(8), NotTestable("fits our mission"))) == (False, True)


def test_a_silent_page_leaves_the_door_possible_only():
    silent = (*OPEN_COVERAGE[:2], (Topic.SPONSORSHIP, Coverage.NOT_STATED))

    assert reach(replace(EIGHT, coverage=silent)) == (False, True)


def test_a_stale_program_or_clause_leaves_the_door_possible_only():
    stale_clause = replace(EIGHT.requirements[0], source=STALE)

    assert reach(replace(EIGHT, source=STALE)) == (False, True)
    assert reach(replace(EIGHT, requirements=(stale_clause,))) == (False, True)


def test_a_clause_of_unknown_modality_bars_no_possible_door():
    unsure = requirement(TOO_OLD, 1, modality=Modality.UNKNOWN)
    one = replace(EIGHT, requirements=(*EIGHT.requirements, unsure))
    (assessment,) = assess(CITIZEN, [one], SEASON)

    assert reach(one) == (False, True)
    assert [is_required(finding) for finding in assessment.findings] == [True, False]


def test_preferences_bar_nothing():
    liked = requirement(TOO_OLD, 1, modality=Modality.STRONGLY_PREFERRED)

    assert reach(replace(EIGHT, requirements=(*EIGHT.requirements, liked))) == (True, True)
