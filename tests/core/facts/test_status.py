from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.core.facts import StatusSpan, exclude_each_other, possible_together
from rounds.core.facts.status import held_on
from rounds.core.vocabulary import Status

CHANGE = date(2027, 3, 1)
DAY_BEFORE, DAY_AFTER = date(2027, 2, 28), date(2027, 3, 2)
B2, EAD, RESIDENT = Status.B2, Status.EAD, Status.PERMANENT_RESIDENT


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        (None, None, True),
        (date(2027, 3, 1), None, True),
        (date(2027, 3, 2), None, False),
        (None, date(2027, 3, 1), True),
        (None, date(2027, 2, 28), False),
    ],
)
def test_a_status_holds_from_its_first_to_its_last_day(first, last, holds):
    assert StatusSpan(Status.B2, first, last).holds_on(date(2027, 3, 1)) is holds


def test_a_status_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="status b2 ends on 2027-01-01, before 2027-01-02"):
        StatusSpan(Status.B2, date(2027, 1, 2), date(2027, 1, 1))


def test_a_status_may_hold_for_one_day():
    assert StatusSpan(Status.B2, date(2027, 1, 1), date(2027, 1, 1)).holds_on(date(2027, 1, 1))


VISITS = (
    Status.J1,
    Status.H1B,
    Status.F1,
    Status.B1,
    Status.B2,
    Status.VISA_WAIVER_BUSINESS,
    Status.VISA_WAIVER_TOURIST,
)


@pytest.mark.parametrize("pair", list(combinations(Status, 2)), ids="-".join)
def test_a_visit_excludes_other_visits_and_who_stays_for_good_excludes_all_but_being_abroad(pair):
    stays = {Status.US_CITIZEN, Status.PERMANENT_RESIDENT}
    goes_with_all = {Status.ABROAD, Status.OTHER}
    expected = not goes_with_all & set(pair) and (
        bool(stays & set(pair)) or set(pair) <= set(VISITS)
    )

    assert exclude_each_other(*pair) is exclude_each_other(*pair[::-1]) is expected


def test_a_status_does_not_exclude_itself():
    assert not any(exclude_each_other(status, status) for status in Status)


BEFORE = StatusSpan(B2, None, CHANGE)
AFTER = StatusSpan(RESIDENT, CHANGE)


def test_one_status_changes_to_another_on_the_day_one_ends_and_the_other_begins():
    assert BEFORE.changes_to(AFTER)
    assert not AFTER.changes_to(BEFORE)
    assert StatusSpan(B2, None, CHANGE).changes_to(StatusSpan(Status.F1, CHANGE))
    assert StatusSpan(B2, DAY_BEFORE, CHANGE).changes_to(StatusSpan(RESIDENT, CHANGE, DAY_AFTER))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (StatusSpan(B2, None, DAY_BEFORE), AFTER),
        (StatusSpan(B2, None, DAY_AFTER), AFTER),
        (StatusSpan(B2), StatusSpan(RESIDENT)),
        (StatusSpan(B2, CHANGE, CHANGE), AFTER),
        (BEFORE, StatusSpan(RESIDENT, CHANGE, CHANGE)),
        (BEFORE, StatusSpan(EAD, CHANGE)),
        (BEFORE, StatusSpan(B2, CHANGE)),
    ],
)
def test_nothing_else_is_a_change_of_status(one, two):
    assert not one.changes_to(two)
    assert not two.changes_to(one)


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (BEFORE, AFTER, False),
        (StatusSpan(B2, None, DAY_BEFORE), AFTER, False),
        (StatusSpan(B2, None, DAY_AFTER), AFTER, True),
        (StatusSpan(B2, CHANGE, CHANGE), AFTER, True),
        (StatusSpan(B2, CHANGE, CHANGE), StatusSpan(RESIDENT, CHANGE, CHANGE), True),
        (StatusSpan(B2), StatusSpan(RESIDENT), True),
        (StatusSpan(B2, DAY_AFTER), StatusSpan(RESIDENT, None, CHANGE), False),
        (StatusSpan(B2), StatusSpan(EAD), False),
        (StatusSpan(B2), StatusSpan(B2), False),
    ],
)
def test_two_spans_contradict_each_other_when_they_share_a_day_that_is_no_change(one, two, found):
    assert one.contradicts(two) is found
    assert two.contradicts(one) is found


def test_on_the_day_of_a_change_the_new_status_holds():
    spans = (BEFORE, AFTER)

    assert held_on(spans, DAY_BEFORE) == {B2}
    assert held_on(spans, CHANGE) == held_on(spans[::-1], CHANGE) == {RESIDENT}
    assert held_on(spans, DAY_AFTER) == {RESIDENT}


def test_on_other_shared_days_every_status_told_is_there():
    spans = (StatusSpan(B2, None, DAY_AFTER), AFTER)

    assert held_on(spans, CHANGE) == held_on(spans, DAY_AFTER) == {B2, RESIDENT}


def test_a_change_beside_a_contradiction_leaves_the_contradiction():
    spans = (BEFORE, AFTER, StatusSpan(Status.F1))

    assert held_on(spans, CHANGE) == {RESIDENT, Status.F1}


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        (set(), [set()]),
        ({B2}, [{B2}]),
        ({B2, EAD, Status.ABROAD}, [{B2, EAD, Status.ABROAD}]),
        ({B2, RESIDENT}, [{B2}, {RESIDENT}]),
        ({B2, EAD, RESIDENT}, [{B2, EAD}, {RESIDENT}]),
        ({Status.B1, B2, Status.OTHER}, [{Status.B1, Status.OTHER}, {B2, Status.OTHER}]),
        ({Status.US_CITIZEN, RESIDENT, B2}, [{B2}, {RESIDENT}, {Status.US_CITIZEN}]),
    ],
)
def test_what_is_told_falls_into_the_largest_sets_one_person_can_hold(told, parts):
    assert possible_together(frozenset(told)) == tuple(map(frozenset, parts))


@given(st.frozensets(st.sampled_from(Status)))
def test_no_set_contradicts_itself_and_none_can_grow(told):
    parts = possible_together(told)

    assert frozenset().union(*parts) == told
    assert len(set(parts)) == len(parts)
    for part in parts:
        assert not any(exclude_each_other(*pair) for pair in combinations(part, 2))
        for more in told - part:
            assert any(exclude_each_other(more, held) for held in part)
