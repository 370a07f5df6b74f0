from dataclasses import replace

import pytest

from rounds.core.eligibility.case import Anchor, Within
from rounds.core.eligibility.criteria.letters import LettersAsked
from rounds.core.planner.enumeration.families import (
    UnsuitableError,
    contributions,
    families,
)
from rounds.core.planner.formula import Threshold
from rounds.core.planner.instance import instance_of
from rounds.core.vocabulary import LetterPolicy
from tests.core.planner.worlds import asked, problem, program, term

RECENT = asked(4, within=Within(0, 3, Anchor.APPLY))
WRITES = {"letter_policy": LetterPolicy.WRITES, "turnaround_days": 14}


def same(code: str, week: int, **changes: object):
    return term(code, week=week, author="Dr. X", **changes)


def grouped(terms, *rules, **wishes):
    instance = instance_of(problem(terms, [program("P", *rules)], **wishes), terms)
    number = {one: k for k, one in enumerate(instance.doors.thresholds)}
    return families(instance, range(len(terms)), contributions(instance, number))


def test_terms_that_differ_only_in_days_are_one_family_with_a_sort_by_window():
    (family,) = grouped([same("A", 0), same("B", 5), same("C", 25)], asked(8), RECENT)

    assert [one.terms for one in family.sorts] == [(0, 1), (2,)]
    assert (family.most, family.days, family.own) == (3, 26, 180_000)


def test_terms_on_the_same_days_cannot_both_be_done():
    (family,) = grouped([same("A", 0), same("B", 2), same("C", 4)], asked(8))

    assert family.most == 2


@pytest.mark.parametrize("change", [{"fee": 1}, {"author": "Dr. Y"}, {"weeks": 3}])
def test_another_price_author_or_length_is_another_family(change):
    other = term("B", **{"week": 5, "author": "Dr. X", **change})

    assert len(grouped([same("A", 0), other], asked(7))) == 2


def test_letters_of_one_author_count_apart_from_weeks():
    terms = [same("A", 0, **WRITES), same("B", 5, **WRITES), term("C", week=10, **WRITES)]
    found = grouped(terms, LettersAsked(2), letters=2)

    both, alone = sorted(found, key=lambda one: -len(one.sorts[0].terms))
    assert [gains.tolist() for gains in both.best] == [[0, 0], [1, 0]]
    assert [gains.tolist() for gains in alone.best] == [[1, 0], [0, 0]]
    assert both.sorts[0].gives_letter


def test_a_group_of_several_authors_below_the_need_does_not_fit():
    terms = [term("A"), term("B", week=5), term("C", week=10)]
    instance = instance_of(problem(terms, []), terms)
    odd = Threshold(((1, (0, 1)), (1, (2,))), 2)

    with pytest.raises(UnsuitableError):
        contributions(replace(instance), {odd: 0})
