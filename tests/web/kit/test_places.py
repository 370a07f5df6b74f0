from rounds.core.vocabulary import COUNTRIES, STATES
from rounds.web.kit.places import countries, languages, name_of, states


def test_every_country_and_state_of_the_core_has_a_name():
    assert {code for code, _ in countries()} == COUNTRIES
    assert {code for code, _ in states()} == STATES
    assert all(len(name) > 2 for _, name in [*countries(), *states()])


def test_names_are_in_their_order_and_found_by_code():
    assert [name for _, name in countries()] == sorted(name for _, name in countries())
    assert name_of("IN", countries()) == "India"
    assert name_of("XK", countries()) == "Kosovo"
    assert name_of("NY", states()) == "New York"
    assert name_of("es", languages()) == "Spanish"
    assert name_of("??", languages()) == "??"
