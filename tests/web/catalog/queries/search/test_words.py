import pytest

from rounds.web.catalog.queries.search.words import LONGEST_WORD, MOST_WORDS, asked, folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Médecine Générale", ["medecine", "generale"]),
        ("O'Neil-Smith, M.D.", ["o", "neil", "smith", "m", "d"]),
        ("STRASSE straße", ["strasse", "strasse"]),
        ("الطب 内科", ["الطب", "内科"]),
        ("_a_b_ \x00 %", ["a", "b"]),
        ("", []),
    ],
)
def test_words_are_folded_alike_for_what_is_stored_and_what_is_asked(text, words):
    assert folded(text) == words


def test_a_question_has_bounds():
    assert len(asked("a " * 1000)) == MOST_WORDS
    assert asked("x" * 1000) == ["x" * LONGEST_WORD]
