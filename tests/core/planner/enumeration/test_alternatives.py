from itertools import combinations

import pytest
from hypothesis import given

from rounds.core.planner.enumeration.alternatives import (
    MOST_ALTERNATIVES,
    TooManyError,
    alternatives,
)
from rounds.core.planner.formula import both, either, holds, places, threshold
from tests.core.planner.test_formula import CHOICES, FORMULAS


def atom(n: int):
    return threshold([(1, (n,))], 1)


@given(FORMULAS)
def test_a_formula_holds_exactly_when_one_of_its_alternatives_does(formula):
    found = alternatives(formula, places(formula))

    for chosen in CHOICES:
        one_holds = any(all(holds(part, chosen) for part in one) for one in found)
        assert one_holds == holds(formula, chosen)
    assert not any(one < two for one, two in combinations(found, 2))


def test_too_many_alternatives_are_said_and_not_cut():
    wide = both(either([atom(2 * n), atom(2 * n + 1)]) for n in range(5))
    assert MOST_ALTERNATIVES < 2**5

    with pytest.raises(TooManyError):
        alternatives(wide, places(wide))
