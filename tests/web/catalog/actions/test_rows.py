from datetime import date

import pytest

from rounds.web.catalog.actions.rows import MOST_ROWS, add_row, change_row, owner_of, remove_row
from rounds.web.catalog.models import Affiliation, Blackout, License, PriceLine
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.keepers import (
    AT,
    ON,
    make_keeper,
    make_whole_preceptor,
    make_whole_rotation,
    told_of,
)
from tests.web.catalog.makers import make_preceptor

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return {"by": make_keeper(), "at": AT, "on": ON}


def license_of(preceptor, **over):
    told = {"state_code": "NJ", "number": "N-1", "expires_on": date(2028, 1, 31), **over}
    return License(preceptor=preceptor, **told)


def test_each_row_knows_whose_it_is():
    preceptor, rotation = make_preceptor(), make_whole_rotation()
    assert owner_of(Blackout(preceptor=preceptor)) == preceptor
    assert owner_of(PriceLine(rotation=rotation)) == rotation


def test_a_row_is_added_under_a_new_version_of_its_owner(by):
    preceptor = make_preceptor(state="draft", licensed_in="")
    add_row(row=license_of(preceptor), version=1, **by)

    preceptor.refresh_from_db()
    assert (preceptor.version, str(preceptor.licenses.get())) == (2, "NJ N-1")
    changes = {
        "state_code": {"before": None, "after": "NJ"},
        "number": {"before": None, "after": "N-1"},
        "expires_on": {"before": None, "after": "2028-01-31"},
    }
    told = {"version": 2, "row": "NJ N-1", "changes": changes}
    assert told_of(preceptor) == [("license_added", told)]


def test_the_second_of_two_editors_is_refused(by):
    preceptor = make_preceptor(state="draft", licensed_in="")
    add_row(row=license_of(preceptor), version=1, **by)

    with pytest.raises(Refusal) as refused:
        add_row(row=license_of(preceptor, number="N-2"), version=1, **by)
    assert refused.value.code == "changed_meanwhile"
    assert preceptor.licenses.count() == 1


def test_the_same_license_and_the_same_price_line_are_had_once(by):
    preceptor, rotation = make_preceptor(state="draft"), make_whole_rotation()
    add_row(row=license_of(preceptor), version=1, **by)

    with pytest.raises(Refusal) as refused:
        add_row(row=license_of(preceptor), version=2, **by)
    assert refused.value.params == {"field": "number"}
    with pytest.raises(Refusal) as refused:
        add_row(row=PriceLine(rotation=rotation, label="tuition", cents=1), version=1, **by)
    assert refused.value.params == {"field": "label"}


def test_a_row_is_changed_and_only_what_differs_is_told(by):
    preceptor = make_preceptor(state="draft")
    row = preceptor.licenses.get()
    values = {"state_code": "NY", "number": row.number, "expires_on": date(2030, 1, 1)}
    before = row.expires_on.isoformat()
    change_row(row=row, values=values, version=1, **by)

    row.refresh_from_db()
    assert row.expires_on == date(2030, 1, 1)
    change = {"expires_on": {"before": before, "after": "2030-01-01"}}
    told = {"version": 2, "row": str(row), "changes": change}
    assert told_of(preceptor) == [("license_changed", told)]


def test_an_unchanged_row_leaves_no_trace(by):
    preceptor = make_preceptor()
    row = preceptor.licenses.get()
    change_row(row=row, values={"number": row.number}, version=1, **by)

    preceptor.refresh_from_db()
    assert (preceptor.version, told_of(preceptor)) == (1, [])


def test_a_changed_row_may_not_become_the_twin_of_another(by):
    preceptor = make_preceptor(state="draft")
    row = preceptor.licenses.get()
    add_row(row=license_of(preceptor, state_code="NY"), version=1, **by)
    with pytest.raises(Refusal):
        change_row(row=row, values={"number": "N-1"}, version=2, **by)


def test_a_removed_row_is_told_with_what_it_said(by):
    preceptor = make_preceptor(state="draft")
    off = Blackout.objects.create(
        preceptor=preceptor, first=date(2027, 1, 1), last=date(2027, 1, 2)
    )
    remove_row(row=off, version=1, **by)

    assert preceptor.blackouts.count() == 0
    ((verb, told),) = told_of(preceptor)
    assert (verb, told["row"]) == ("blackout_removed", "2027-01-01 to 2027-01-02")
    assert told["changes"]["first"] == {"before": "2027-01-01", "after": None}


def test_a_published_preceptor_keeps_a_license_and_a_published_rotation_its_price(by):
    preceptor, rotation = (
        make_whole_preceptor(),
        make_whole_rotation(preceptor=make_whole_preceptor(npi="1679576722")),
    )
    with pytest.raises(Refusal, match="license"):
        remove_row(row=preceptor.licenses.get(), version=1, **by)
    with pytest.raises(Refusal, match="amount"):
        add_row(row=PriceLine(rotation=rotation, label="Badge"), version=1, **by)
    assert (preceptor.licenses.count(), rotation.price_lines.count()) == (1, 2)


def test_a_new_price_line_stands_last(by):
    rotation = make_whole_rotation()
    line = add_row(row=PriceLine(rotation=rotation, label="Badge", cents=500), version=1, **by)
    assert line.position == 2


def test_a_list_has_an_end(by):
    preceptor = make_preceptor(state="draft")
    Affiliation.objects.bulk_create(
        Affiliation(preceptor=preceptor, institution=str(number)) for number in range(MOST_ROWS)
    )
    with pytest.raises(Refusal, match="at most 100"):
        add_row(row=Affiliation(preceptor=preceptor, institution="One more"), version=1, **by)
