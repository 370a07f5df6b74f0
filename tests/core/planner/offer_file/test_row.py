"""Cells of one row: what is read, and the sentence for each thing that is wrong."""

from datetime import date

import pytest

from rounds.core.eligibility.criteria.exam_passed import ExamPassed
from rounds.core.planner.offer_file.row import Cells, Row
from rounds.core.planner.offers import PriceLine
from rounds.core.vocabulary import Exam, Kind, Setting


def row_of(cell: str) -> Row:
    return Row({"x": cell}, 7, Cells("offers.csv"))


def told(row: Row) -> list[str]:
    return [str(problem) for problem in row.shared.problems]


def test_a_good_row_has_no_problems():
    row = Row(
        {
            "kind": "elective",
            "first": "2027-02-28",
            "weeks": "4",
            "travel": "1,200",
            "price": "tuition 5",
            "hours": "office=10; inpatient=30",
            "faculty": "Yes",
            "specialty": "neurology",
        },
        2,
        Cells("offers.csv"),
    )

    assert row.word("kind", Kind) is Kind.ELECTIVE
    assert row.day("first") == date(2027, 2, 28)
    assert row.whole("weeks", low=1, high=4) == 4
    assert row.amount("travel") == 1_200_00
    assert row.price("price") == (PriceLine("tuition", 5_00),)
    assert row.hours("hours") == ((Setting.INPATIENT, 30), (Setting.OFFICE, 10))
    assert row.yes_no("faculty") is True
    assert row.name("specialty", ("neurology",)) == "neurology"
    assert row.is_good
    assert told(row) == []


def test_blank_cells_are_unknown_where_they_may_be():
    row = row_of("")

    assert row.cell("x") == ""
    assert row.word("x", Kind, required=False) is None
    assert row.whole("x", low=1, high=2, required=False) is None
    assert row.yes_no("x") is None
    assert row.amount("x") is None
    assert row.entry("x") is None
    assert row.price("x") == (PriceLine("price", None),)
    assert told(row) == []


@pytest.mark.parametrize(
    "ask",
    [
        lambda row: row.cell("x", required=True),
        lambda row: row.word("x", Kind),
        lambda row: row.name("x", ("neurology",)),
        lambda row: row.day("x"),
        lambda row: row.whole("x", low=1, high=2),
        lambda row: row.hours("x"),
    ],
)
def test_a_blank_cell_that_is_needed_is_told_once(ask):
    row = row_of("")

    ask(row)

    assert told(row) == ["offers.csv:7: x: 'x' is blank; fill it in."]
    assert not row.is_good


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("=1+1", 'looks like a formula ("=1+1"); write the value itself.'),
        ("@SUM(A1)", 'looks like a formula ("@SUM(A1)"); write the value itself.'),
        ("+cmd", 'looks like a formula ("+cmd"); write the value itself.'),
        ("-cmd", 'looks like a formula ("-cmd"); write the value itself.'),
        ("a\x07b", "holds characters that cannot be shown; type it again."),
        ("x" * 301, "has 301 characters; at most 300 are read."),
    ],
)
def test_hostile_cells_are_refused(cell, reason):
    row = row_of(cell)

    assert row.cell("x") == ""
    assert told(row) == [f"offers.csv:7: x: 'x' {reason}"]


@pytest.mark.parametrize("cell", ["+1", "-5", "x" * 300, "a = b", "é"])
def test_harmless_cells_are_kept(cell):
    assert row_of(cell).cell("x") == cell


@pytest.mark.parametrize(
    ("ask", "cell", "sentence"),
    [
        (
            lambda row: row.word("x", Kind),
            "electiv",
            '\'x\' does not know "electiv"; did you mean "elective"?',
        ),
        (
            lambda row: row.name("x", ("neurology",)),
            "neurolgy",
            '\'x\' does not know "neurolgy"; did you mean "neurology"?',
        ),
        (
            lambda row: row.day("x"),
            "2027-02-30",
            "'x': there is no day 2027-02-30 in the calendar.",
        ),
        (
            lambda row: row.day("x"),
            "20270104",
            "'x' must be a day like 2027-01-04, not \"20270104\".",
        ),
        (
            lambda row: row.whole("x", low=1, high=9),
            "10",
            "'x' must be a whole number from 1 to 9, not \"10\".",
        ),
        (
            lambda row: row.whole("x", low=1, high=9),
            "0",
            "'x' must be a whole number from 1 to 9, not \"0\".",
        ),
        (
            lambda row: row.whole("x", low=1, high=9),
            "4.0",
            "'x' must be a whole number from 1 to 9, not \"4.0\".",
        ),
        (lambda row: row.yes_no("x"), "maybe", "'x' must be yes, no or blank, not \"maybe\"."),
        (
            lambda row: row.amount("x"),
            "Contact",
            (
                '"Contact" is no exact amount; write dollars such as 1,800.00, '
                "or unknown when nobody states it."
            ),
        ),
        (
            lambda row: row.hours("x"),
            "office",
            '"office" is no setting with hours; write such as inpatient=30; office=10.',
        ),
        (lambda row: row.hours("x"), "office=1; office=2", "'hours' names office twice."),
        (
            lambda row: row.hours("x"),
            "office=160; inpatient=9",
            "'hours' add up to 169 a week; a week has 168.",
        ),
        (lambda row: row.hours("x"), "office=0", "'hours' add up to 0 a week; a week has 168."),
    ],
)
def test_each_wrong_cell_has_its_sentence(ask, cell, sentence):
    row = row_of(cell)

    ask(row)

    assert told(row) == [f"offers.csv:7: x: {sentence}"]


@pytest.mark.parametrize("cell", ["1", "9"])
def test_both_ends_of_a_range_are_in_it(cell):
    assert row_of(cell).whole("x", low=1, high=9) == int(cell)


def test_a_price_that_cannot_be_read_is_told_and_gives_no_lines():
    row = row_of("tuition")

    assert row.price("x") == ()
    assert not row.is_good
    assert told(row) == [
        (
            'offers.csv:7: x: "tuition" is no price line; '
            "write a label and an amount, such as tuition 1,800.00."
        )
    ]


@pytest.mark.parametrize("hours", [1, 168])
def test_a_week_has_from_1_to_168_hours(hours):
    assert row_of(f"office={hours}").hours("x") == ((Setting.OFFICE, hours),)


def test_a_wrong_cell_is_told_in_every_row_that_has_it():
    shared = Cells("offers.csv")
    for line in (2, 3):
        Row({"x": "Contact"}, line, shared).amount("x")

    assert [problem.line for problem in shared.problems] == [2, 3]


def test_equal_texts_in_two_columns_are_read_apart():
    shared = Cells("offers.csv")
    row = Row({"weeks": "4", "travel": "4"}, 2, shared)

    assert row.whole("weeks", low=1, high=9) == 4
    assert row.amount("travel") == 4_00


def test_entry_conditions_are_trees_in_one_cell():
    row = row_of('{ exam_passed = { exam = "step_1" } }')

    assert row.entry("x") == ExamPassed(Exam.STEP_1)
    assert told(row) == []


def test_equal_trees_are_one_object():
    shared = Cells("offers.csv")
    first = Row({"x": '{ exam_passed = { exam = "step_1" } }'}, 2, shared).entry("x")
    second = Row({"x": '{exam_passed={exam="step_1"}}'}, 3, shared).entry("x")

    assert first is second


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("step 1", "this is not valid TOML"),
        ("7", "'entry' must be a table, not 7."),
        ("{ step_one = {} }", "no criterion is called 'step_one'"),
        ('{ exam_passed = { exam = "step_9" } }', "'exam' does not know"),
        ('{ exam_passed = { exam = "step_1" } }\nother = 1', "'other' is not known here"),
        ("{" + "x" * 4_000, "'x' has 4,001 characters; at most 4,000 are read."),
    ],
)
def test_a_tree_that_cannot_be_read_is_told_by_line_and_column(cell, words):
    row = row_of(cell)

    assert row.entry("x") is None
    assert len(told(row)) == 1
    assert told(row)[0].startswith(f"offers.csv:7: x: {words}")
