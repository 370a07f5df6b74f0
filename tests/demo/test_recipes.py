"""Recipes: what they promise about role, hours and price."""

from rounds.core.planner.offer_file.row import Cells, Row
from rounds.core.vocabulary import Kind, Role
from rounds.demo.recipes import OFFERED, Recipe

RECIPES: list[Recipe] = [recipe for offered in OFFERED.values() for recipe in offered]


def test_hours_and_entry_conditions_can_be_read():
    shared = Cells("offers.csv")
    for recipe in RECIPES:
        for entry in recipe.entries:
            row = Row({"hours": recipe.hours, "entry": entry}, 2, shared)
            assert row.hours("hours") != ()
            assert (row.entry("entry") is None) == (entry == "")
    assert shared.problems == []


def test_watching_is_watching_and_research_has_no_patients():
    assert {recipe.role for recipe in RECIPES if recipe.kind is Kind.OBSERVERSHIP} == {
        Role.OBSERVING
    }
    assert {recipe.role for recipe in RECIPES if recipe.kind is Kind.RESEARCH} == {Role.NONE}
    assert {recipe.role for recipe in RECIPES if recipe.kind is Kind.EXTERNSHIP} == {Role.HANDS_ON}


def test_prices_rise():
    assert [recipe for recipe in RECIPES if recipe.dollars[0] >= recipe.dollars[1]] == []
