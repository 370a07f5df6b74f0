from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.core.planner.explain.catalog import canonical, catalog_hash
from rounds.core.vocabulary import Role, Setting
from tests.core.planner.explain.small import EIGHT, FOUR, MARCH, MAY
from tests.core.planner.worlds import asked, program, random_problem


def test_the_hash_is_sha_256_in_hex():
    digest = catalog_hash([MARCH, MAY], [FOUR])

    assert len(digest) == 64
    assert set(digest) <= set("0123456789abcdef")


@given(st.integers(0, 10_000), st.integers())
def test_order_changes_nothing(seed, shuffle):
    question = random_problem(seed)
    terms, programs = list(question.terms), list(question.programs)
    before = catalog_hash(terms, programs)

    Random(shuffle).shuffle(terms)
    Random(shuffle).shuffle(programs)

    assert catalog_hash(terms, programs) == before


@pytest.mark.parametrize(
    "changed",
    [
        replace(MAY, seats=2),
        replace(MAY, weeks=3),
        replace(MAY, price=()),
        replace(MAY, role=Role.NONE),
        replace(MAY, hours=((Setting.OFFICE, 40),)),
        replace(MAY, site=replace(MAY.site, is_medical_school_hospital=False)),
        replace(MAY, entry=asked(4)),
        replace(MAY, turnaround_days=1),
    ],
)
def test_any_change_of_a_term_changes_the_hash(changed):
    assert catalog_hash([MARCH, changed], [FOUR]) != catalog_hash([MARCH, MAY], [FOUR])


def test_any_change_of_a_rule_changes_the_hash():
    stricter = program("FOUR", asked(5))

    assert catalog_hash([MAY], [stricter]) != catalog_hash([MAY], [FOUR])
    assert catalog_hash([MAY], [FOUR, EIGHT]) != catalog_hash([MAY], [FOUR])


def test_an_empty_catalog_has_a_hash_of_its_own():
    assert catalog_hash([], []) != catalog_hash([MAY], [])


def test_a_set_is_written_sorted_and_a_record_with_its_type():
    assert canonical(frozenset({"b", "a"}), {}) == '["a","b"]'
    assert canonical((1, None, True, Role.NONE), {}) == '[1,null,true,"none"]'
    assert canonical(MAY.span, {}) == '["DateSpan","2027-05-03","2027-05-28"]'


def test_equal_values_of_two_types_stay_apart():
    assert canonical("1", {}) != canonical(1, {})


@pytest.mark.parametrize(
    ("value", "name"), [(1.5, "float"), ([1], "list"), ({"a": 1}, "dict"), (type(MAY), "type")]
)
def test_what_has_no_canonical_form_is_refused_by_its_name(value, name):
    with pytest.raises(TypeError, match=f"^{name} has no canonical form$"):
        canonical(value, {})
