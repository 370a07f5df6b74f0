from types import SimpleNamespace

from rounds.web.catalog.actions.gate.missing import Missing, blank


def test_what_was_left_empty_is_asked_for_and_a_zero_is_no_blank():
    thing = SimpleNamespace(name="", city=None, seats=0)
    wanted = [("name", "Name it."), ("city", "Where?"), ("seats", "How many?")]

    assert blank("facts", thing, wanted) == [
        Missing("facts", "name", "Name it."),
        Missing("facts", "city", "Where?"),
    ]
