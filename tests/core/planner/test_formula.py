from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rounds.core.planner.formula import (
    Both,
    Either,
    Formula,
    Threshold,
    both,
    either,
    holds,
    places,
    sort_key,
    threshold,
    thresholds,
)

TERMS = range(5)
GROUPS = st.lists(
    st.tuples(
        st.integers(0, 9), st.lists(st.sampled_from(TERMS), max_size=3, unique=True).map(tuple)
    ),
    max_size=4,
)
CHOICES = [frozenset(c) for size in range(6) for c in combinations(TERMS, size)]


def leaves() -> st.SearchStrategy[Formula]:
    return st.one_of(st.booleans(), st.builds(threshold, GROUPS, st.integers(-1, 20)))


FORMULAS = st.recursive(
    leaves(),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(both), st.lists(inner, max_size=3).map(either)
    ),
    max_leaves=8,
)


@given(GROUPS, st.integers(-1, 20))
def test_a_canonical_threshold_is_true_for_the_same_choices(groups, need):
    made = threshold(groups, need)

    for chosen in CHOICES:
        amount = sum(weight for weight, terms in groups if chosen & set(terms))
        assert holds(made, chosen) == (amount >= need)


@given(st.lists(FORMULAS, max_size=4))
def test_both_and_either_mean_all_and_any(parts):
    for chosen in CHOICES:
        truths = [holds(part, chosen) for part in parts]
        assert holds(both(parts), chosen) == all(truths)
        assert holds(either(parts), chosen) == any(truths)


def test_needs_are_rounded_up_to_what_can_be_reached_and_divided():
    four_weeks = [(4, (n,)) for n in TERMS]

    assert threshold(four_weeks, 6) == threshold(four_weeks, 8)
    assert threshold(four_weeks, 8) == Threshold(
        ((1, (0,)), (1, (1,)), (1, (2,)), (1, (3,)), (1, (4,))), 2
    )


def test_groups_that_suffice_alone_become_one_group():
    assert threshold([(8, (0,)), (4, (1, 2))], 4) == Threshold(((1, (0, 1, 2)),), 1)


def test_what_cannot_be_reached_is_false_and_what_is_there_is_true():
    assert threshold([(4, (0,))], 5) is False
    assert threshold([], 0) is True
    assert threshold([(4, ())], 1) is False


def test_of_thresholds_over_the_same_groups_the_tighter_stays():
    groups = [(1, (n,)) for n in TERMS]
    two, three = threshold(groups, 2), threshold(groups, 3)

    assert both([two, three]) == three
    assert either([two, three]) == two


def test_a_part_that_follows_from_another_is_left_out():
    a, b = threshold([(1, (0,))], 1), threshold([(1, (1,))], 1)

    assert both([a, either([a, b])]) == a
    assert either([a, both([a, b])]) == a
    assert both([both([a]), both([b, a])]) == Both(frozenset({a, b}))
    assert either([a, a]) == a
    assert thresholds(Either(frozenset({a, b}))) == {a, b}


def test_the_order_depends_on_the_formulas_and_not_on_how_they_came():
    a, b, c = (threshold([(1, (n,))], 1) for n in range(3))
    formulas = [both([a, b]), either([b, c]), c, True]

    one, two = places(*formulas), places(*reversed(formulas))

    assert list(one) == list(two)
    keys = [sort_key(formula, one) for formula in formulas]
    assert sorted(keys) == [keys[3], keys[2], keys[0], keys[1]]
