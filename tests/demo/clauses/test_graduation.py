"""Limits on the age of the degree, with their anchors and exceptions."""

from rounds.core.eligibility.case import Anchor
from rounds.core.eligibility.criteria.graduated_within import GraduatedWithin
from rounds.core.eligibility.rules import AnyOf, Unless, leaves
from rounds.core.vocabulary import Coverage
from rounds.demo.clauses.graduation import graduation_page
from tests.demo.drawing import clauses, leaf_names, pages, rule, share

DRAWN = pages(graduation_page)
LIMITS = [
    leaf
    for clause in clauses(DRAWN)
    for leaf in leaves(rule(clause))
    if isinstance(leaf, GraduatedWithin)
]


def test_every_published_limit_occurs():
    assert {leaf.years for leaf in LIMITS} == {2, 3, 4, 5, 7, 10}


def test_anchors_are_stated_and_not_stated():
    assert {leaf.to for leaf in LIMITS} == {Anchor.APPLY, Anchor.START, Anchor.NOT_STATED}


def test_limits_have_exceptions_second_clocks_and_fuzzy_ends():
    assert {type(rule(clause)) for clause in clauses(DRAWN)} == {GraduatedWithin, AnyOf, Unless}
    assert leaf_names(DRAWN) == {"graduated_within", "clinical_experience"}
    assert any(leaf.fuzzy_years > leaf.years for leaf in LIMITS)


def test_many_programs_have_no_limit_and_few_are_silent():
    assert 0.25 < share(DRAWN, lambda page: page.coverage is Coverage.EXPRESSLY_NONE) < 0.4
    assert 0.02 < share(DRAWN, lambda page: page.coverage is Coverage.NOT_STATED) < 0.1
