"""Offers as CSV: headings, quotes, optional columns."""

import pytest

from rounds.core.errors import BadInput
from rounds.core.planner.offer_file.sheet import COLUMNS, REQUIRED_COLUMNS, read_sheet
from rounds.core.planner.offers import PriceLine
from rounds.core.vocabulary import LetterPolicy

CELLS = {
    "code": "A-1",
    "rotation": "Wards",
    "site_id": "fern",
    "site": "Fern Hospital (fictional)",
    "city": "Fern Falls",
    "state": "OH",
    "author": "Dr. Fern (fictional)",
    "kind": "elective",
    "role": "hands_on",
    "mode": "in_person",
    "hours": "inpatient=30",
    "specialty": "internal medicine",
    "first": "2027-01-04",
    "last": "2027-01-29",
    "weeks": "4",
    "seats": "2",
    "price": "tuition 900.00",
}
EXTRAS = {
    "medical_school_hospital": "yes",
    "housing_per_week": "150.25",
    "travel": "200",
    "letter_policy": "writes",
    "turnaround_days": "21",
    "letterhead": "no",
    "affiliation": "claimed",
    "faculty": "yes",
    "part_of_degree": "yes",
    "paid": "yes",
    "entry": '"{ exam_passed = { exam = ""step_1"" } }"',
}


def sheet(*rows: dict[str, str]) -> str:
    columns = list(rows[0])
    return "\n".join([",".join(columns), *(",".join(row.values()) for row in rows)]) + "\n"


def problems(text: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_sheet(text, "offers.csv")
    return [str(problem) for problem in caught.value.problems]


def test_the_optional_columns_fill_the_term():
    (term,) = read_sheet(sheet(CELLS | EXTRAS), "offers.csv")

    assert term.site.is_medical_school_hospital is True
    assert term.site.housing_cents_a_week == 150_25
    assert term.site.travel_cents == 200_00
    assert term.letter_policy is LetterPolicy.WRITES
    assert term.turnaround_days == 21
    assert term.on_letterhead is False
    assert term.affiliation == "claimed"
    assert term.supervised_by_faculty is True
    assert term.is_part_of_degree is True
    assert term.is_paid is True
    assert term.entry is not None
    assert term.entry.describe() == "Step 1 passed"


def test_without_optional_columns_everything_else_is_unknown():
    (term,) = read_sheet(sheet(CELLS), "offers.csv")

    assert term.site.is_medical_school_hospital is None
    assert term.site.housing_cents_a_week is None
    assert term.letter_policy is LetterPolicy.UNKNOWN
    assert term.turnaround_days is None
    assert term.is_paid is False
    assert term.as_letter() is None


def test_columns_may_stand_in_any_order_with_spaces_and_capitals():
    turned = dict(reversed(CELLS.items()))
    text = sheet(turned).replace("price", " Price ", 1)

    assert read_sheet(text, "offers.csv") == read_sheet(sheet(CELLS), "offers.csv")


def test_a_quoted_line_break_becomes_a_space_and_lines_stay_right():
    broken = CELLS | {"rotation": '"Wards\nand rounds"'}
    bad = CELLS | {"code": "A-2", "weeks": "x"}

    (term,) = read_sheet(sheet(broken), "offers.csv")

    assert term.rotation == "Wards and rounds"
    assert problems(sheet(broken, bad)) == [
        "offers.csv:4: weeks: 'weeks' must be a whole number from 1 to 52, not \"x\"."
    ]


def test_commas_within_quotes_stay_in_their_cell():
    (term,) = read_sheet(sheet(CELLS | {"price": '"tuition 1,900.00"'}), "offers.csv")

    assert term.price == (PriceLine("tuition", 1900_00),)


def test_blank_lines_are_passed_over():
    text = sheet(CELLS).replace("\n", "\n\n") + ",,,\n"

    assert len(read_sheet(text, "offers.csv")) == 1


def test_every_required_column_that_is_missing_is_told():
    assert problems("code\nA-1\n") == sorted(
        f"offers.csv:1: {name}: the column '{name}' is missing."
        for name in REQUIRED_COLUMNS
        if name != "code"
    )


def test_an_unknown_column_gets_a_suggestion():
    assert problems(sheet(CELLS | {"turnaround_day": "3"})) == [
        (
            "offers.csv:1: turnaround_day: no column is called 'turnaround_day'; "
            'did you mean "turnaround_days"?'
        )
    ]


def test_a_column_that_is_there_twice_is_told():
    text = sheet(CELLS).replace("price\n", "price,code\n")

    assert problems(text) == ["offers.csv:1: code: the column 'code' is there twice."]


def test_semicolons_between_columns_are_named_as_such():
    assert problems(";".join(COLUMNS)) == [
        "offers.csv:1: the columns are separated by semicolons; use commas."
    ]


def test_a_row_with_too_few_or_too_many_cells_is_told():
    text = sheet(CELLS) + "A-2,Wards\n" + ",".join([*CELLS.values(), "x"]) + "\n"

    assert problems(text) == [
        "offers.csv:3: the row has 2 cells, the heading 17 columns.",
        "offers.csv:4: the row has 18 cells, the heading 17 columns.",
    ]


def test_quotes_that_do_not_match_are_told_and_later_rows_still_read():
    torn = CELLS | {"rotation": '"Wards" x'}
    bad = CELLS | {"code": "A-2", "seats": ""}

    assert problems(sheet(CELLS, torn, bad)) == [
        (
            "offers.csv:3: the quotes of this row do not match; "
            "put quotes around a whole cell and double inner ones."
        ),
        "offers.csv:4: seats: 'seats' is blank; fill it in.",
    ]


def test_a_quote_that_never_ends_is_told():
    assert problems(sheet(CELLS, CELLS | {"rotation": '"Wards'})) == [
        (
            "offers.csv:3: the quotes of this row do not match; "
            "put quotes around a whole cell and double inner ones."
        )
    ]


def test_a_cell_beyond_any_length_is_told():
    assert problems(sheet(CELLS, CELLS | {"rotation": "x" * 200_000})) == [
        "offers.csv:3: a cell is far too long to be read; shorten it."
    ]


def test_a_heading_alone_holds_no_term():
    assert problems(",".join(CELLS)) == ["offers.csv: the file holds no term."]


def test_a_term_that_ends_before_it_begins_is_told():
    assert problems(sheet(CELLS | {"last": "2027-01-03"})) == [
        "offers.csv:2: last: 'last' (2027-01-03) is before 'first' (2027-01-04)."
    ]


def test_a_term_of_one_day_is_a_term():
    (term,) = read_sheet(sheet(CELLS | {"last": "2027-01-04", "weeks": "1"}), "offers.csv")

    assert term.span.length_days == 1


def test_what_cannot_be_true_of_a_term_is_told():
    assert problems(sheet(CELLS | {"weeks": "5", "kind": "observership"})) == [
        "offers.csv:2: role: an observership is never hands-on; correct the kind or the role.",
        (
            "offers.csv:2: weeks: 5 certified weeks do not fit between 2027-01-04 and 2027-01-29, "
            "which touch 4 calendar weeks."
        ),
    ]


def test_disagreements_between_rows_are_told_with_their_lines():
    assert problems(sheet(CELLS, CELLS | {"city": "Moss Falls"})) == [
        "offers.csv:3: code: the code A-1 is used before, in line 2.",
        "offers.csv:3: site_id: the site fern is described in another way in line 2 (city).",
    ]


@pytest.mark.parametrize("column", [name for name in REQUIRED_COLUMNS if name != "price"])
def test_every_required_cell_left_blank_is_told(column):
    assert problems(sheet(CELLS | {column: ""})) == [
        f"offers.csv:2: {column}: '{column}' is blank; fill it in."
    ]


def test_an_unknown_column_like_no_other_is_told_without_a_guess():
    assert problems(sheet(CELLS | {"zzz": "3"})) == [
        "offers.csv:1: zzz: no column is called 'zzz'."
    ]


def test_a_letter_on_the_last_day_and_a_full_rotation_are_no_mistakes():
    (term,) = read_sheet(sheet(CELLS | {"turnaround_days": "0", "seats": "0"}), "offers.csv")

    assert (term.turnaround_days, term.seats) == (0, 0)


def test_a_letter_may_take_a_year_and_no_longer():
    (term,) = read_sheet(sheet(CELLS | {"turnaround_days": "365"}), "offers.csv")

    assert term.turnaround_days == 365
    assert problems(sheet(CELLS | {"turnaround_days": "366"})) == [
        (
            "offers.csv:2: turnaround_days: 'turnaround_days' must be a whole number "
            "from 0 to 365, "
            'not "366".'
        )
    ]
