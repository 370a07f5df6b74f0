from datetime import date

import pytest

from rounds.web.catalog.actions.gate import RotationFile, missing_of_rotation
from rounds.web.catalog.models import (
    License,
    Preceptor,
    PriceLine,
    Rotation,
    RotationHours,
    Site,
    Term,
)

TODAY = date(2026, 11, 27)
WHOLE = {
    "title": "Neurology observership",
    "kind": "observership",
    "role": "observing",
    "mode": "in_person",
    "specialty": "neurology",
    "may_do": "Watches.",
    "emr_access": "read",
    "learner_cap": 2,
    "letter_policy": "writes",
    "turnaround_days": 21,
    "cancellation": "All comes back.",
}


def missing(*, file=None, site=None, preceptor=None, **over):
    rotation = Rotation(
        site=Site(**{"name": "Lakeside", "state_code": "NY", "state": "published", **(site or {})}),
        preceptor=Preceptor(
            **{
                "first_name": "Ada", "last_name": "Mossgrove", "state": "published",
                "named_since": TODAY, **(preceptor or {}),
            }
        ),
        **{**WHOLE, **over},
    )  # fmt: skip
    kept = {
        "hours": [RotationHours(setting="office", hours=40)],
        "lines": [PriceLine(label="Tuition", cents=100_000)],
        "licenses": [License(state_code="NY", expires_on=date(2027, 12, 31))],
        "terms": [Term(last=date(2027, 12, 31))],
    }
    return missing_of_rotation(rotation, RotationFile(**{**kept, **(file or {})}), on=TODAY)


def places(**told):
    return [(one.part, one.field) for one in missing(**told)]


def test_a_whole_rotation_lacks_nothing():
    assert missing() == []


@pytest.mark.parametrize(
    ("over", "place"),
    [
        ({"title": ""}, ("facts", "title")),
        ({"specialty": ""}, ("facts", "specialty")),
        ({"may_do": ""}, ("facts", "may_do")),
        ({"learner_cap": None}, ("facts", "learner_cap")),
        ({"emr_access": "unknown"}, ("facts", "emr_access")),
        ({"emr_access": "notes"}, ("facts", "emr_access")),
        ({"role": "hands_on"}, ("facts", "role")),
        ({"kind": "elective"}, ("facts", "role")),
        ({"kind": "research"}, None),
        ({"kind": "research", "role": "none"}, None),
        ({"cancellation": " "}, ("price", "cancellation")),
        ({"letter_policy": "unknown"}, ("letters", "letter_policy")),
        ({"letter_policy": "conditional"}, ("letters", "letter_condition")),
        ({"letter_policy": "does_not_write", "turnaround_days": None}, None),
        ({"turnaround_days": None}, ("letters", "turnaround_days")),
        ({"turnaround_days": 0}, None),
        ({"is_on_letterhead": True}, ("letters", "letterhead")),
        ({"is_on_letterhead": True, "letterhead": "Lakeside"}, None),
        ({"entry": "{ all = 3"}, ("entry", "entry")),
        ({"entry": '{ exam_passed = { exam = "step_1" } }'}, None),
    ],
)
def test_each_lack_is_named_with_its_place(over, place):
    assert places(**over) == ([place] if place else [])


def test_a_virtual_rotation_is_not_hands_on():
    told = {"kind": "externship", "role": "hands_on", "mode": "virtual"}
    assert places(**told) == [("facts", "mode")]


def test_an_online_site_has_no_rotation_in_person():
    assert places(site={"kind": "online"}) == [("facts", "mode")]
    assert places(site={"kind": "online"}, mode="virtual") == []


def test_an_entry_condition_is_told_with_line_and_key():
    text = '[[all]]\nexam_passed = { exam = "step_9" }\n'
    assert [one.sentence for one in missing(entry=text)] == [
        (
            "entry condition:2: all[0].exam_passed.exam: 'exam' does not know \"step_9\"; "
            'did you mean "step_3"?'
        )
    ]


def test_site_and_preceptor_come_first():
    draft = {"state": "draft"}
    assert places(site=draft, preceptor=draft) == [("site", ""), ("preceptor", "")]


def test_a_name_is_shown_only_with_consent():
    unnamed = {"named_since": None}
    assert places(preceptor=unnamed) == [("facts", "name_visibility")]
    assert places(preceptor=unnamed, name_visibility="signed_in") == [("facts", "name_visibility")]
    assert places(preceptor=unnamed, name_visibility="accepted") == []


def test_hours_are_stated_and_fit_a_week():
    assert places(file={"hours": []}) == [("facts", "hours_inpatient")]
    long = [RotationHours(setting="office", hours=60), RotationHours(setting="inpatient", hours=41)]
    assert places(file={"hours": long}) == [("facts", "hours_inpatient")]
    assert places(file={"hours": [long[0], RotationHours(setting="inpatient", hours=40)]}) == []


def test_every_price_line_has_its_amount_and_one_is_for_everybody():
    lines = [
        PriceLine(label="Tuition"),
        PriceLine(label="Housing", cents=5, is_optional=True),
        PriceLine(label="Badge"),
    ]
    assert [one.sentence for one in missing(file={"lines": lines})] == [
        "State the amount of “Tuition”.",
        "State the amount of “Badge”.",
    ]
    assert places(file={"lines": lines[1:2]}) == [("price", "")]
    assert places(file={"lines": []}) == [("price", "")]
    assert places(file={"lines": [PriceLine(label="Tuition", cents=0)]}) == []


def test_the_license_holds_through_the_last_open_term():
    short = [License(state_code="NY", expires_on=date(2027, 12, 30))]
    assert [one.sentence for one in missing(file={"licenses": short})] == [
        (
            "The NY license of Ada Mossgrove expires on Dec 30, 2027, but is needed until "
            "Dec 31, 2027. Add the renewed license."
        )
    ]
    assert missing(file={"licenses": short, "terms": []}) == []
    away = [License(state_code="NJ", expires_on=date(2030, 1, 1))]
    assert places(file={"licenses": away, "terms": []}) == [("licenses", "")]


def test_everything_is_listed_at_once():
    empty = {
        "title": "", "specialty": "", "may_do": "", "learner_cap": None, "emr_access": "unknown",
        "role": "hands_on", "cancellation": "", "letter_policy": "unknown", "entry": "?",
    }  # fmt: skip
    file = {"hours": [], "lines": [], "licenses": [], "terms": []}

    assert len(missing(file=file, **empty)) == 12
