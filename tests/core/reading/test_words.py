import pytest

from rounds.core.reading import shown, suggestion


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", '"a"'),
        (3, "3"),
        (True, "True"),
        ("x" * 58, f'"{"x" * 58}"'),
        ("x" * 59, f'"{"x" * 56}…'),
    ],
)
def test_a_value_is_shown_at_a_readable_length(value, text):
    assert shown(value) == text
    assert len(shown(value)) <= 60


def test_the_nearest_word_is_suggested():
    assert suggestion("obsevership", ("elective", "observership")) == (
        '; did you mean "observership"?'
    )


def test_without_a_near_word_a_short_list_is_shown():
    assert suggestion("zzz", {"b", "a"}) == " (known: a, b)."


def test_a_long_list_is_not_shown_and_an_empty_one_neither():
    assert suggestion("zzz", [f"word {n}" for n in range(14)]).startswith(" (known: word 0, word 1")
    assert suggestion("zzz", [f"word {n}" for n in range(15)]) == "."
    assert suggestion("zzz", ()) == "."


def test_a_value_that_is_no_text_is_compared_by_how_it_is_written():
    assert suggestion(20271, ("2027",)) == '; did you mean "2027"?'
