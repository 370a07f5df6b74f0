import pytest

from rounds.web.catalog.importers.sheet import (
    LONGEST_CELL,
    MOST_BYTES,
    MOST_ROWS,
    Rejected,
    read_sheet,
    refuse_without_rows,
)
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
        (b"\xff\xfea", "file_not_utf8"), (b"a\n\x00", "file_binary"),
        (b"\x1f\x8b\x08", "file_no_csv"), (b"<html>", "file_no_csv"),
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


def test_a_heading_alone_is_a_table_and_can_be_refused():
    sheet = read_sheet(b"a\n", ("a",))
    assert sheet.rows == ()
    with pytest.raises(Refusal, match="a heading and no row"):
        refuse_without_rows(sheet)
    refuse_without_rows(read_sheet(b"a\n1\n", ("a",)))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_ways_in_which_spreadsheets_write_are_all_read(delimiter, encoding):
    (row,) = read_sheet(f"a{delimiter}b\r\n007{delimiter}é\r\n".encode(encoding), ("a",)).rows

    assert row.cells == {"a": "007", "b": "é"}


def test_empty_cells_past_the_heading_say_nothing():
    assert read_sheet(b"a,b\n1,2,, \n", ("a",)).rows[0].cells == {"a": "1", "b": "2"}


def test_a_formula_is_kept_as_the_text_it_is():
    assert read_sheet(b"a\n=cmd|'/c calc'!A1\n", ("a",)).rows[0].cells["a"].startswith("=cmd")


def test_where_all_columns_are_known_another_one_is_refused_with_the_nearest():
    with pytest.raises(Refusal) as said:
        read_sheet(b"slug,titel,x\n", ("slug",), ("slug", "title"))

    assert said.value.sentence == (
        "Nobody knows these columns: “titel” (is it “title”?); “x”. Nothing was read."
    )


def test_size_and_length_have_limits_that_are_said():
    with pytest.raises(Refusal, match=r"30,000,001 bytes; at most 30 MB"):
        read_sheet(b"a" * (MOST_BYTES + 1), ("a",))
    with pytest.raises(Refusal, match="more than 100,000 rows"):
        read_sheet(b"a\n" + b"1\n" * (MOST_ROWS + 1), ("a",))
