import pytest

from rounds.core.eligibility.wording import (
    KIND_NAMES,
    MODE_NAMES,
    ROLE_NAMES,
    both,
    counted,
    country_words,
    either,
)
from rounds.core.vocabulary import COUNTRY_CLASSES, Kind, Mode, Role


@pytest.mark.parametrize(
    ("words", "with_or", "with_and"),
    [
        ((), "", ""),
        (("a",), "a", "a"),
        (("a", "b"), "a or b", "a and b"),
        (("a", "b", "c"), "a, b or c", "a, b and c"),
    ],
)
def test_lists_read_as_people_say_them(words, with_or, with_and):
    assert either(words) == with_or
    assert both(iter(words)) == with_and


def test_one_is_singular_and_all_else_plural():
    assert [counted(n, "week") for n in (0, 1, 2)] == ["0 weeks", "1 week", "2 weeks"]


@pytest.mark.parametrize(
    ("countries", "words"),
    [
        ({"US"}, "the US"),
        ({"CA", "US"}, "the US or Canada"),
        (COUNTRY_CLASSES["english_speaking"], "an English-speaking country"),
        ({"IN", "GB", "DE"}, "the United Kingdom, DE or IN"),
    ],
)
def test_countries_are_named_where_we_know_a_name(countries, words):
    assert country_words(frozenset(countries)) == words


def test_every_kind_role_and_mode_has_its_words():
    assert list(KIND_NAMES) == list(Kind)
    assert list(ROLE_NAMES) == list(Role)
    assert list(MODE_NAMES) == list(Mode)
