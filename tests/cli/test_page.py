from io import StringIO

import pytest

from rounds.cli.page import Page, cleaned


def printed(write, columns=60):
    file = StringIO()
    page = Page(file, columns=columns)
    write(page)
    return file.getvalue()


def test_a_hostile_name_draws_nothing():
    assert cleaned("Dr.\x1b[31m Red\x00\u202e evil\x9b") == "Dr.[31m Red evil"


def test_what_comes_from_a_file_is_not_taken_as_markup():
    assert printed(lambda page: page.lead("[bold]Ana[/bold] :smile:")) == (
        "[bold]Ana[/bold] :smile:\n"
    )


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(columns):
    words = "a rather long sentence about rotations " * 8

    def write(page):
        page.line(words, indent=4)
        page.item("12", words, indent=2)
        page.table(("Dollars", "For"), [("$1,234.50", words)], numbers=frozenset({0}))

    lines = printed(write, columns).splitlines()
    assert max(map(len, lines)) <= columns
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("columns", [0, 3])
def test_a_terminal_that_claims_to_be_narrower_than_a_word_still_gets_the_words(columns):
    assert printed(lambda page: page.lead("Of 12 programs"), columns) == "Of 12 programs\n"


def test_an_item_hangs_beside_its_mark():
    text = printed(lambda page: page.item("1", "word " * 15, indent=2), 30)

    assert text.splitlines()[:2] == ["  1 word word word word word", "    word word word word word"]


def test_the_sum_of_a_table_stands_last_under_a_gap():
    rows = [("tuition", "$800"), ("In all", "$800")]

    text = printed(
        lambda page: page.table(("For", "Dollars"), rows, numbers=frozenset({1}), last_is_sum=True)
    )

    assert text.splitlines() == [
        "  For      Dollars",
        "  ────────────────",
        "  tuition     $800",
        "",
        "  In all      $800",
    ]


def test_an_empty_line_is_one_on_a_terminal_too(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert printed(lambda page: (page.line("a"), page.line(), page.line("b"))) == "a\n\nb\n"


def test_a_heading_follows_an_empty_line():
    assert printed(lambda page: page.heading("Proof")) == "\nProof\n"
