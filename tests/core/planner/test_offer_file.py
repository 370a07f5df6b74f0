"""Whole offer files: good ones in both formats, and everything that can be wrong with one."""

import time
from datetime import date

import pytest

from rounds.core.errors import BadInput
from rounds.core.planner.offer_file import read_offers
from rounds.core.planner.offers import PriceLine, Site, Term
from rounds.core.reading import MAX_TEXT_BYTES
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Kind, LetterPolicy, Mode, Role, Setting

HEADING = (
    "code,rotation,site_id,site,city,state,author,kind,role,mode,hours,specialty,first,last,weeks,"
    "seats,price"
)
ROW = (
    "A-1,Wards,fern,Fern Hospital (fictional),Fern Falls,OH,Dr. Fern (fictional),observership,"
    "observing,in_person,inpatient=30; office=10,internal medicine,2027-01-04,2027-01-29,4,2,"
    "tuition 900.00"
)
TOML = """
[[site]]
id = "fern"
name = "Fern Hospital (fictional)"
city = "Fern Falls"
state = "OH"

[[rotation]]
site = "fern"
name = "Wards"
author = "Dr. Fern (fictional)"
kind = "observership"
role = "observing"
mode = "in_person"
hours = { inpatient = 30, office = 10 }
specialty = "internal medicine"
price = "tuition 900.00"

[[rotation.term]]
code = "A-1"
first = 2027-01-04
last = 2027-01-29
weeks = 4
seats = 2
"""
TERM = Term(
    code="A-1",
    rotation="Wards",
    site=Site("fern", "Fern Hospital (fictional)", "Fern Falls", "OH"),
    author="Dr. Fern (fictional)",
    specialty="internal medicine",
    kind=Kind.OBSERVERSHIP,
    role=Role.OBSERVING,
    mode=Mode.IN_PERSON,
    hours=((Setting.INPATIENT, 30), (Setting.OFFICE, 10)),
    span=DateSpan(date(2027, 1, 4), date(2027, 1, 29)),
    weeks=4,
    seats=2,
    price=(PriceLine("tuition", 900_00),),
    letter_policy=LetterPolicy.UNKNOWN,
)


def problems(text: str, file: str = "offers.csv") -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_offers(text, file)
    return [str(problem) for problem in caught.value.problems]


def test_both_formats_give_the_same_term():
    assert read_offers(f"{HEADING}\n{ROW}\n", "offers.csv") == (TERM,)
    assert read_offers(TOML, "offers.toml") == (TERM,)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_a_byte_order_mark_and_any_line_ends_change_nothing(ending):
    sheet = f"\ufeff{HEADING}\n{ROW}\n".replace("\n", ending)

    assert read_offers(sheet, "offers.csv") == (TERM,)
    assert read_offers("\ufeff" + TOML.replace("\n", "\r\n"), "offers.toml") == (TERM,)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_lines_are_counted_as_an_editor_counts_them(ending):
    bad = ROW.replace(",4,2,", ",4,,")

    assert problems(f"{HEADING}\n{ROW}\n{bad}\n".replace("\n", ending)) == [
        "offers.csv:3: seats: 'seats' is blank; fill it in."
    ]


def test_a_file_that_is_too_large_is_refused_unread():
    assert problems("x" * (MAX_TEXT_BYTES + 1)) == [
        "offers.csv: the file is larger than 20 MB; split it."
    ]


@pytest.mark.parametrize("file", ["offers.csv", "offers.toml"])
def test_an_empty_file_is_refused(file):
    expected = {
        "offers.csv": "offers.csv:1: author: the column 'author' is missing.",
        "offers.toml": "offers.toml: the file holds no term.",
    }

    assert problems("", file)[0] == expected[file]


def test_every_problem_of_a_sheet_is_told_at_once_with_line_and_column():
    bad = ROW.replace("A-1", "A-2").replace("OH", "XX").replace("2027-01-29", "1/29/2027")
    worse = ROW.replace("tuition 900.00", "~$200-400").replace(",4,2,", ",4,-1,")

    assert problems(f"{HEADING}\n{ROW}\n{bad}\n\n{worse}\n") == [
        "offers.csv:3: last: 'last' must be a day like 2027-01-04, not \"1/29/2027\".",
        "offers.csv:3: state: 'state' does not know \"XX\".",
        (
            'offers.csv:5: price: "~$200-400" is no price line; '
            "write a label and an amount, such as tuition 1,800.00."
        ),
        "offers.csv:5: seats: 'seats' must be a whole number from 0 to 500, not \"-1\".",
    ]


def test_ten_thousand_rows_take_less_than_two_seconds_of_work():
    rows = [ROW.replace("A-1", f"A-{number}", 1) for number in range(10_000)]
    text = "\n".join([HEADING, *rows])

    started = time.process_time()
    terms = read_offers(text, "offers.csv")

    assert time.process_time() - started < 2
    assert len(terms) == 10_000
    assert len({id(term.site) for term in terms}) == 1
