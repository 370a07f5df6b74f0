"""Visas: J-1, both, none, conditions, silence."""

from rounds.core.eligibility.criteria.sponsorship import Sponsorship
from rounds.core.eligibility.rules import leaves
from rounds.core.vocabulary import Coverage, Visa
from rounds.demo.clauses.sponsorship import sponsorship_page
from tests.demo.drawing import clauses, leaf_names, pages, rule, share

DRAWN = pages(sponsorship_page)


def test_programs_sponsor_one_visa_both_or_none():
    sponsored = {
        leaf.visas
        for clause in clauses(DRAWN)
        for leaf in leaves(rule(clause))
        if isinstance(leaf, Sponsorship)
    }

    assert sponsored == {frozenset(), frozenset({Visa.J1}), frozenset({Visa.J1, Visa.H1B})}


def test_some_ask_for_step_3_and_some_for_residents():
    assert leaf_names(DRAWN) == {"sponsorship", "exam_passed", "status"}


def test_silence_is_common():
    silent = (Coverage.NOT_STATED, Coverage.NOT_READ)

    assert 0.12 < share(DRAWN, lambda page: page.coverage in silent) < 0.25
