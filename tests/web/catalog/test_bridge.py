import pytest

from rounds.core.eligibility.rules import All, describe
from rounds.core.errors import BadInput
from rounds.web.catalog.bridge import MOST_CHARACTERS, read_entry


def test_a_condition_is_read_in_braces_and_as_a_table():
    braces = read_entry('{ all = [{ standing = { is = "graduate" } }, { ecfmg_certified = {} }] }')
    table = read_entry('[[all]]\nstanding = { is = "graduate" }\n[[all]]\necfmg_certified = {}\n')

    assert isinstance(braces, All)
    assert describe(braces) == describe(table)


def test_nothing_written_is_no_condition():
    assert (read_entry(""), read_entry("  \n ")) == (None, None)


@pytest.mark.parametrize("text", ["{ moon = {} }", "{ standing = { is = 1 } }", "{ all = [", "x"])
def test_what_cannot_be_read_is_told_with_its_place(text):
    with pytest.raises(BadInput) as refused:
        read_entry(text)

    assert {problem.file for problem in refused.value.problems} == {"entry condition"}


def test_a_condition_has_a_length_that_people_can_read():
    with pytest.raises(BadInput) as refused:
        read_entry("#" * (MOST_CHARACTERS + 1))

    assert "at most 4,000 are read" in str(refused.value)
