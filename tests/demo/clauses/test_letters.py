"""Letters: counts, and nested conditions on the author."""

from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.eligibility.rules import leaves
from rounds.core.vocabulary import Modality, Role
from rounds.demo.clauses.letters import letters_page
from tests.demo.drawing import clauses, leaf_names, pages, rule

DRAWN = pages(letters_page)
ASKED = [
    leaf
    for clause in clauses(DRAWN)
    for leaf in leaves(rule(clause))
    if isinstance(leaf, LettersAsked)
]


def test_only_letters_are_asked_for():
    assert leaf_names(DRAWN) == {"letters"}


def test_counts_and_conditions_vary():
    assert {leaf.at_least for leaf in ASKED} == {1, 2, 3, 4}
    assert {leaf.us_physician for leaf in ASKED} == {True, False}
    assert {leaf.specialties for leaf in ASKED} == {None, frozenset({"neurology"})}
    assert {leaf.roles for leaf in ASKED} == {None, frozenset({Role.HANDS_ON})}
    assert {leaf.letterhead for leaf in ASKED} == {True, False}


def test_some_are_only_wished_for():
    assert {clause.modality for clause in clauses(DRAWN)} == {
        Modality.REQUIRED,
        Modality.PREFERRED,
        Modality.STRONGLY_PREFERRED,
    }
