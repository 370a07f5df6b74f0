from datetime import date

import pytest

from rounds.web.catalog.actions.rotations import copy_rotation, create_rotation, edit_rotation
from rounds.web.kit.refusal import Refusal
from tests.web.catalog.keepers import (
    AT,
    ON,
    make_keeper,
    make_whole_preceptor,
    make_whole_rotation,
    told_of,
)
from tests.web.catalog.makers import make_preceptor, make_site, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return make_keeper()


def edit(rotation, keeper, **values):
    return edit_rotation(
        rotation=rotation, values=values, version=rotation.version, by=keeper, at=AT, on=ON
    )


def test_a_rotation_begins_as_a_draft_with_its_hours(keeper):
    values = {
        "site": make_site(name="Lakeside"), "preceptor": make_preceptor(), "title": "Sleep",
        "kind": "observership", "role": "observing", "specialty": "neurology",
        "hours": {"office": 20},
    }  # fmt: skip
    rotation = create_rotation(values=values, by=keeper, at=AT)

    assert (rotation.state, rotation.slug) == ("draft", "sleep-lakeside")
    assert list(rotation.hours.values_list("setting", "hours")) == [("office", 20)]
    ((verb, told),) = told_of(rotation)
    assert (verb, told["hours"]) == ("created", {"office": 20})
    assert told["changes"]["site"]["after"] == f"Lakeside (no. {rotation.site_id})"


def test_values_and_hours_change_in_one_entry(keeper):
    rotation = make_whole_rotation()
    edit(rotation, keeper, title="Sleep", hours={"office": 20})

    assert list(rotation.hours.values_list("setting", "hours")) == [("office", 20)]
    ((verb, told),) = told_of(rotation)
    assert (verb, set(told["changes"])) == ("changed", {"title", "hours"})
    assert told["changes"]["hours"] == {
        "before": {"inpatient": 30, "office": 10},
        "after": {"office": 20},
    }


def test_hours_that_are_not_told_stay(keeper):
    rotation = make_whole_rotation()
    edit(rotation, keeper, title="Sleep")
    assert rotation.hours.count() == 2


def test_a_published_rotation_keeps_what_the_gate_asked(keeper):
    rotation = make_whole_rotation()
    with pytest.raises(Refusal, match="hours a week"):
        edit(rotation, keeper, hours={})
    assert rotation.hours.count() == 2


def test_an_unreadable_entry_condition_is_refused_with_line_and_key(keeper):
    rotation = make_whole_rotation(state="draft")
    text = '[[all]]\nexam_passed = { exam = "step_9" }\n[[all]]\nstanding = { is = "dean" }\n'

    with pytest.raises(Refusal) as refused:
        edit(rotation, keeper, entry=text)
    assert refused.value.params["field"] == "entry"
    assert [one.split(": ")[0] for one in refused.value.params["sentences"]] == [
        "entry condition:2", "entry condition:4",
    ]  # fmt: skip


def test_site_and_preceptor_stay_while_seats_are_taken(keeper):
    rotation = make_whole_rotation()
    term = make_term(rotation, taken=1)

    with pytest.raises(Refusal) as refused:
        edit(rotation, keeper, site=make_site())
    assert (refused.value.code, refused.value.params["codes"]) == ("seats_taken", [term.code])
    edit(rotation, keeper, site=rotation.site, title="Sleep")


def test_a_new_preceptor_must_fit_the_open_terms(keeper):
    rotation = make_whole_rotation()
    make_term(rotation)
    other = make_whole_preceptor(npi="1679576722", licensed_in="NJ")

    with pytest.raises(Refusal, match="no license in NY"):
        edit(rotation, keeper, preceptor=other)


def test_a_copy_has_facts_hours_and_price_and_no_terms(keeper):
    rotation = make_whole_rotation()
    make_term(rotation, first=date(2027, 1, 4))
    copy = copy_rotation(rotation=rotation, by=keeper, at=AT)

    assert (copy.title, copy.state) == (f"Copy of {rotation.title}", "draft")
    assert (copy.site, copy.preceptor, copy.may_do) == (
        rotation.site, rotation.preceptor, rotation.may_do,
    )  # fmt: skip
    assert list(copy.hours.values_list("setting", "hours")) == [("inpatient", 30), ("office", 10)]
    assert list(copy.price_lines.values_list("label", "cents", "per")) == [
        ("tuition", 100_000, "term"),
        ("malpractice", 5_000, "week"),
    ]
    assert copy.terms.count() == 0
