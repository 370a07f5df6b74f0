"""Names are different, marked, and drawn by chance alone."""

from random import Random

from rounds.demo.names import FIRST_WORDS, SECOND_WORDS, STATES, institutions, physicians


def test_institutions_have_different_marked_names_and_impossible_addresses():
    made = institutions(140, Random(1))

    assert len({one.slug for one in made}) == 140
    assert all(one.name.endswith("(fictional)") for one in made)
    assert all(one.url == f"https://{one.slug}.example" for one in made)
    assert {one.state for one in made} <= set(STATES)
    assert institutions(140, Random(1)) == made


def test_there_are_as_many_institutions_as_pairs_of_words():
    every = len(FIRST_WORDS) * len(SECOND_WORDS)

    assert len({one.slug for one in institutions(every, Random(2))}) == every


def test_physicians_have_different_marked_names():
    made = physicians(100, Random(1))

    assert len(set(made)) == 100
    assert all(name.startswith("Dr. ") and name.endswith(" (fictional)") for name in made)
