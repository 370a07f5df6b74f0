import pytest

from rounds.core.planner.explain.words import capitalized, counted, listed, number


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no"), (1, "one"), (9, "nine"), (10, "10"), (1234, "1,234")]
)
def test_small_numbers_are_words_and_large_ones_digits(count, words):
    assert number(count) == words


def test_a_noun_follows_its_count():
    assert counted(1, "door") == "1 door"
    assert counted(0, "door") == "0 doors"
    assert counted(1200, "door") == "1,200 doors"
    assert counted(2, "date fits", "dates fit") == "2 dates fit"


@pytest.mark.parametrize(
    ("names", "text"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")],
)
def test_names_are_listed_as_people_do(names, text):
    assert listed(names) == text


def test_a_list_of_choices_ends_in_or():
    assert listed(("A", "B", "C"), last="or") == "A, B or C"


def test_only_the_first_letter_becomes_a_capital():
    assert capitalized("at NY Hospital") == "At NY Hospital"
    assert capitalized("") == ""
