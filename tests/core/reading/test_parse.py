from datetime import date

import pytest

from rounds.core.errors import BadInput
from rounds.core.reading import MAX_TEXT_BYTES, read_toml
from rounds.core.reading.parse import CLOSE_TEXT, WRITE_VALUES

ONE_A_LINE = "something stands behind a value; write one key with its value a line"


def read_and_ask(text, ask):
    section = read_toml(text, "f.toml")
    if ask:
        ask(section)
    section.report.raise_if_any()


def problems(text, ask=None):
    with pytest.raises(BadInput) as caught:
        read_and_ask(text, ask)
    return [str(problem) for problem in caught.value.problems]


def test_an_empty_text_is_an_empty_table():
    assert read_toml("", "f.toml").data == {}


def test_a_byte_order_mark_is_dropped_and_lines_still_count():
    assert read_toml("\ufeffa = 1\n", "f.toml").data == {"a": 1}
    assert problems("\ufeffa = 1\nb = x\n") == [
        f"f.toml:2: this is not valid TOML: {WRITE_VALUES}."
    ]


def test_windows_line_ends_are_read():
    assert read_toml("a = 1\r\n[b]\r\nc = 2027-01-04\r\n", "f.toml").data == {
        "a": 1,
        "b": {"c": date(2027, 1, 4)},
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a = \n", f"f.toml:1: this is not valid TOML: {WRITE_VALUES}."),
        (
            "a = 1\n[b\n",
            "f.toml:2: this is not valid TOML: the name of a table is not closed; end it with ].",
        ),
        (
            'a = 1\n\nb = "open',
            f"f.toml:3: this is not valid TOML: {CLOSE_TEXT}.",
        ),
        ("a = 1\nb = [1,\n\n", f"f.toml:2: this is not valid TOML: {WRITE_VALUES}."),
        (
            "a = 1\na = 2\n",
            "f.toml:2: this is not valid TOML: a key stands twice; keep one of the two.",
        ),
        (
            "a = 1\nb = { c = 1,\n d = 2 }\n",
            (
                "f.toml:2: this is not valid TOML: a table in braces must stand on one line, and "
                "end without a comma."
            ),
        ),
        ("\x00", "f.toml:1: this is not valid TOML: Invalid statement."),
    ],
)
def test_a_text_that_is_no_toml_says_where(text, problem):
    assert problems(text) == [problem]


def test_an_impossible_day_is_named_and_the_rest_still_read():
    text = (
        "a = 2027-02-30\r\nb = { c = [2027-13-01, 2026-01-01] }\nd = 2023-02-29T10:00:00\ne = 5\n"
    )

    def ask(section):
        assert section.day("a") is None
        section.text("e")
        assert section.table("b").items("c")[1] == date(2026, 1, 1)

    assert problems(text, ask) == [
        "f.toml:1: 2027-02-30 is no day of the calendar.",
        "f.toml:2: 2027-13-01 is no day of the calendar.",
        "f.toml:3: 2023-02-29 is no day of the calendar.",
        "f.toml:4: e: 'e' must be text in quotes, not 5.",
    ]


def test_an_impossible_day_and_broken_toml_are_both_named():
    assert problems("a = 2027-02-30\nb = ?\n") == [
        "f.toml:1: 2027-02-30 is no day of the calendar.",
        f"f.toml:2: this is not valid TOML: {WRITE_VALUES}.",
    ]


def test_a_day_before_all_days_is_refused_by_who_asks_for_it():
    assert problems("a = 0000-00-00\n", lambda section: section.day("a")) == [
        "f.toml:1: 0000-00-00 is no day of the calendar."
    ]


def test_a_date_in_a_text_is_left_alone():
    assert problems('a = "2027-02-30"\nb = =\n') == [
        f"f.toml:2: this is not valid TOML: {WRITE_VALUES}."
    ]


def test_a_text_nested_too_deeply_is_refused_kindly():
    assert problems(f"a = {'[' * 100_000}") == ["f.toml: the file is nested too deeply."]


def test_a_text_that_is_too_long_is_refused_before_it_is_read():
    assert problems("#" * (MAX_TEXT_BYTES + 1)) == [
        "f.toml: the file is larger than 20 MB; split it."
    ]
    assert read_toml("#" * MAX_TEXT_BYTES, "f.toml").data == {}


def test_a_good_day_before_something_wrong_is_not_blamed():
    assert problems("a = 2027-01-04 x\n") == [f"f.toml:1: this is not valid TOML: {ONE_A_LINE}."]
    assert problems("a = [2027-01-04, ?]\n") == [
        f"f.toml:1: this is not valid TOML: {WRITE_VALUES}."
    ]


def test_a_day_after_something_wrong_is_not_blamed():
    assert problems("a = ? # 2027-02-30\n") == [
        f"f.toml:1: this is not valid TOML: {WRITE_VALUES}."
    ]


def test_a_syntax_problem_has_no_key():
    with pytest.raises(BadInput) as caught:
        read_toml("a = ?", "f.toml")
    assert [problem.key for problem in caught.value.problems] == [""]


def test_a_good_day_right_before_something_wrong_is_not_blamed():
    assert problems("a = 2027-01-04x\n") == [f"f.toml:1: this is not valid TOML: {ONE_A_LINE}."]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("a = \n", "a value is missing or written another way than asked"),
        ('a = "x\n', "a text is not closed"),
        ('a = """x', "a text is not closed"),
        ("[a\nb = 1\n", "the name of a table is not closed"),
        ("a = 1 b\n", "something stands behind a value"),
        ("a = [1, 2\n", "a list is not closed"),
        ("a\n", "a key has no value"),
        ("a = 1\na = 2\n", "a key stands twice"),
        ("[a]\n[a]\n", "a table stands twice"),
    ],
)
def test_what_is_no_toml_is_told_with_what_to_do(text, advice):
    with pytest.raises(BadInput) as refused:
        read_toml(text, "f.toml")

    (problem,) = refused.value.problems
    assert problem.sentence.startswith(f"this is not valid TOML: {advice}")
