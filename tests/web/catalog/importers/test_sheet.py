import pytest

from rounds.web.catalog.importers.sheet import LONGEST_CELL, Rejected, read_sheet
from rounds.web.kit.refusal import Refusal


def refused(data, needed=("a",)):
    with pytest.raises(Refusal) as said:
        read_sheet(data, needed)
    return said.value.code


def test_rows_carry_their_lines_through_quoted_breaks_blank_lines_and_odd_ends():
    sheet = read_sheet('\ufeffa,b\r\n1,"x\r\ny"\r\n\r\n 2 ,é\r\n'.encode(), ("a", "b"))

    assert [(row.line, row.cells) for row in sheet.rows] == [
        (2, {"a": "1", "b": "x\r\ny"}), (5, {"a": "2", "b": "é"}),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Not Available", "not published", "UNKNOWN", "", "N/A"])
def test_the_many_faces_of_not_known_are_one(text):
    (row,) = read_sheet(f"a,b\n1,{text}\n".encode(), ("a", "b")).rows

    assert row.told("b") == ""
    assert row.cells["b"] == text


def test_a_row_with_other_cells_than_the_heading_is_told_and_the_rest_is_read():
    sheet = read_sheet(b"a,b\n1\n2,3\n4,5,6\n", ("a",))

    assert [row.cells["a"] for row in sheet.rows] == ["2"]
    assert sheet.rejected == (
        Rejected(2, "1", "it has 1 cells where the heading has 2"),
        Rejected(4, "4", "it has 3 cells where the heading has 2"),
    )


def test_a_monstrous_cell_is_refused_alone():
    sheet = read_sheet(b"a,b\n1," + b"x" * (LONGEST_CELL + 1) + b"\n2,y\n", ("a",))

    assert [row.cells["a"] for row in sheet.rows] == ["2"]
    assert sheet.rejected[0].reason == "a cell has more than 20,000 characters"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"), (b"\n\n", "file_empty"), (b"%PDF-1.7", "file_no_csv"),
        (b"PK\x03\x04zip", "file_no_csv"), ("a\né".encode("latin-1"), "file_not_utf8"),
        ("a\n1".encode("utf-16"), "file_not_utf8"), (b"a\n\x00", "file_binary"),
        (b"b\n1\n", "columns_missing"), (b"a,a\n1,2\n", "columns_doubled"),
        (b'a\n"1', "file_broken"),
    ],
)  # fmt: skip
def test_what_is_no_such_table_is_refused_in_words(data, code):
    assert refused(data) == code


def test_a_missing_column_is_told_with_the_nearest_one_there():
    with pytest.raises(Refusal) as said:
        read_sheet(b"Facility Nam,State\n", ("Facility Name", "ZIP"))

    assert said.value.sentence == (
        "These columns are missing: “Facility Name” (is it “Facility Nam”?); “ZIP”."
    )


def test_a_file_without_rows_is_an_empty_table():
    assert read_sheet(b"a\n", ("a",)).rows == ()
