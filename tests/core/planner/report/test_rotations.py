from dataclasses import replace

from rounds.core.planner.report.rotations import (
    effect_line,
    figures_item,
    rotations_item,
    rows,
    what_line,
)


def test_what_a_rotation_does_is_said_alone_together_and_toward(answer):
    _, effect, _, figures = rows(answer)[1]
    bare = replace(figures, counts_toward=(), makes_possible_alone=())

    assert effect_line(replace(effect, opens_alone=("a", "b"), opens_together=("c",)), bare) == (
        "Opens 2 doors by itself; helps to open 1 door."
    )
    assert effect_line(replace(effect, opens_alone=(), opens_together=()), bare) == (
        "Opens no door by itself."
    )


def test_a_rotation_without_hours_has_no_loose_semicolon(answer):
    term = replace(answer.plan.terms[0], hours=())

    assert what_line(term) == "observership, observing, virtual, 4 weeks"


def test_the_json_carries_the_ruling_and_the_letters_day(answer):
    first, second = rotations_item(answer)

    assert (first["code"], first["letter_ready_on"]) == ("QUILL3-270104", "2027-03-12")
    assert second["legality"]["permission"] == "allowed"
    assert second["hours"] == {"office": 32, "didactic": 2}


def test_every_date_that_may_enter_has_its_three_figures(answer):
    items = figures_item(answer)

    assert len(items) == len(answer.figures) == answer.honest.terms_in
    assert [item["code"] for item in items if item["in_plan"]] == ["LARK3-270208", "QUILL3-270104"]
