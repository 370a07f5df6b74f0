"""Offers as TOML: sites, rotations and their terms."""

import pytest

from rounds.core.errors import BadInput
from rounds.core.planner.offer_file.tables import read_tables
from rounds.core.planner.offers import PriceLine
from rounds.core.vocabulary import LetterPolicy, Setting

SITE = """\
[[site]]
id = "fern"
name = "Fern Hospital (fictional)"
city = "Fern Falls"
state = "OH"
medical_school_hospital = true
housing_per_week = "150.25"
travel = "200"
"""
ROTATION = """\
[[rotation]]
site = "fern"
name = "Wards"
author = "Dr. Fern (fictional)"
kind = "elective"
role = "hands_on"
mode = "in_person"
hours = { inpatient = 30 }
specialty = "internal medicine"
price = "tuition 900; background check [background] 54"
letter_policy = "writes"
turnaround_days = 21
letterhead = true
affiliation = "claimed"
faculty = true
part_of_degree = true
paid = true
entry = { exam_passed = { exam = "step_1" } }
"""
TERM = """\
[[rotation.term]]
code = "A-1"
first = 2027-01-04
last = 2027-01-29
weeks = 4
seats = 2
"""
WHOLE = SITE + ROTATION + TERM


def problems(text: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_tables(text, "offers.toml")
    return [str(problem) for problem in caught.value.problems]


def test_a_rotation_gives_one_term_for_each_of_its_dates():
    second = TERM.replace("A-1", "A-2").replace("-01-", "-02-").replace("-29", "-26")

    first, later = read_tables(WHOLE + second, "offers.toml")

    assert (first.code, later.code) == ("A-1", "A-2")
    assert first.site is later.site
    assert first.entry is later.entry


def test_every_key_fills_the_term():
    (term,) = read_tables(WHOLE, "offers.toml")

    assert term.site.is_medical_school_hospital is True
    assert term.site.housing_cents_a_week == 150_25
    assert term.site.travel_cents == 200_00
    assert term.hours == ((Setting.INPATIENT, 30),)
    assert term.price == (
        PriceLine("tuition", 900_00),
        PriceLine("background check", 54_00, once="background"),
    )
    assert term.letter_policy is LetterPolicy.WRITES
    assert term.turnaround_days == 21
    assert term.on_letterhead is True
    assert term.affiliation == "claimed"
    assert term.supervised_by_faculty is True
    assert term.is_part_of_degree is True
    assert term.is_paid is True
    assert term.entry is not None
    assert term.entry.describe() == "Step 1 passed"


def test_optional_keys_left_out_are_unknown():
    lines = [
        line
        for line in WHOLE.splitlines()
        if line.split(" ")[0]
        not in {
            "medical_school_hospital", "housing_per_week", "travel", "letter_policy",
            "turnaround_days", "letterhead", "affiliation", "faculty", "part_of_degree", "paid",
            "entry",
        }
    ]  # fmt: skip

    (term,) = read_tables("\n".join(lines), "offers.toml")

    assert term.site.is_medical_school_hospital is None
    assert term.site.housing_cents_a_week is None
    assert term.site.travel_cents is None
    assert term.letter_policy is LetterPolicy.UNKNOWN
    assert term.turnaround_days is None
    assert term.on_letterhead is None
    assert term.affiliation == ""
    assert term.supervised_by_faculty is None
    assert term.is_part_of_degree is None
    assert term.is_paid is False
    assert term.entry is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "fern"\n', "", "offers.toml:1: site[0].id: 'id' is missing; add it."),
        ('site = "fern"', 'site = "x"', ("offers.toml:10: rotation[0].site: 'site' does not "
         'know "x" (known: fern).')),
        ('travel = "200"', 'travel = "Contact"', ('offers.toml:8: site[0].travel: "Contact" is no '
         "exact amount; write dollars such as 1,800.00, or unknown when nobody states it.")),
        ("tuition 900;", "tuition;", ('offers.toml:18: rotation[0].price: "tuition" is no price '
         "line; write a label and an amount, such as tuition 1,800.00.")),
        ("hours = { inpatient = 30 }\n", "", ("offers.toml:9: rotation[0].hours: 'hours' is "
         "missing; write hours a week by setting.")),
        ("weeks = 4", "weeks = 5", ("offers.toml:31: rotation[0].term[0].weeks: 5 certified weeks "
         "do not fit between 2027-01-04 and 2027-01-29, which touch 4 calendar weeks.")),
        ('kind = "elective"', 'kind = "observership"', ("offers.toml:27: "
         "rotation[0].term[0].role: an observership is never hands-on; "
         "correct the kind or the role.")),
        ("seats = 2", "seats = 501", ("offers.toml:32: rotation[0].term[0].seats: 'seats' must be "
         "a whole number from 0 to 500, not 501.")),
        ("paid", "ppaid", "offers.toml:25: rotation[0].ppaid: 'ppaid' is not known here"),
        ("last = 2027-01-29", "last = 2027-01-03", ("offers.toml:30: rotation[0].term[0].last: "
         "'last' (2027-01-03) is before 'first' (2027-01-04).")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_line_and_key(old, new, problem):
    assert old in WHOLE
    assert any(one.startswith(problem) for one in problems(WHOLE.replace(old, new, 1)))


def test_a_letter_on_the_last_day_and_a_full_rotation_are_no_mistakes():
    text = WHOLE.replace("turnaround_days = 21", "turnaround_days = 0")

    (term,) = read_tables(text.replace("seats = 2", "seats = 0"), "offers.toml")

    assert (term.turnaround_days, term.seats) == (0, 0)


def test_a_site_described_twice_is_told():
    assert problems(SITE + WHOLE) == [
        "offers.toml:10: site[1].id: the site fern is described twice."
    ]


def test_a_rotation_without_dates_is_told():
    assert problems(SITE + ROTATION) == [
        "offers.toml:9: rotation[0]: the rotation has no dates; add [[rotation.term]]."
    ]


def test_a_code_used_twice_is_told():
    assert problems(WHOLE + TERM) == [
        "offers.toml:34: rotation[0].term[1].code: the code A-1 is used before, in term A-1."
    ]


def test_a_file_without_rotations_holds_no_term():
    assert problems(SITE) == ["offers.toml: the file holds no term."]


def test_dates_are_checked_even_when_the_rotation_is_wrong():
    text = WHOLE.replace('kind = "elective"', 'kind = "x"').replace("weeks = 4", "weeks = 0")

    assert [one.split(": ")[1] for one in problems(text)] == [
        "rotation[0].kind",
        "rotation[0].term[0].weeks",
    ]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        *((key, f"site[0].{key}") for key in ("id", "name", "city", "state")),
        *(
            (key, f"rotation[0].{key}")
            for key in ("site", "author", "kind", "role", "mode", "hours", "specialty", "price")
        ),
        *((key, f"rotation[0].term[0].{key}") for key in ("code", "first", "weeks", "seats")),
    ],
)
def test_every_required_key_left_out_is_told(line, path):
    lines = WHOLE.splitlines()
    index = next(n for n, text in enumerate(lines) if text.startswith(f"{line} ="))
    if line == "name":
        assert index < lines.index("[[rotation]]")

    found = problems("\n".join(lines[:index] + lines[index + 1 :]))

    assert [one for one in found if f": {path}: '{line}' is missing" in one] != []


def test_a_rotation_without_a_name_is_told():
    assert problems(WHOLE.replace('name = "Wards"\n', "")) == [
        "offers.toml:9: rotation[0].name: 'name' is missing; add it."
    ]


def test_hours_that_are_no_table_are_told_as_such_only():
    found = problems(WHOLE.replace("hours = { inpatient = 30 }", "hours = 30"))

    assert [one for one in found if "'hours'" in one] == [
        "offers.toml:16: rotation[0].hours: 'hours' must be a table, not 30."
    ]


def test_an_unknown_key_of_a_term_is_told():
    found = problems(WHOLE + "seat = 3\n")

    assert [one.split(": ")[1] for one in found] == ["rotation[0].term[0].seat"]
