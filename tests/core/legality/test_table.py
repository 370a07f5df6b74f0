import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rounds.core.facts import ApplicantFacts, StatusSpan
from rounds.core.legality.activity import Activity
from rounds.core.legality.permission import permission
from rounds.core.legality.rules import Decision, When
from rounds.core.values import DateSpan
from rounds.core.vocabulary import Credential, Kind, Mode, Permission, Role, Status
from tests.core.legality.people import (
    CLINICAL_YEARS,
    HOSPITAL_HOURS,
    OFFICE_HOURS,
    TERM,
    shipped,
)

FOLDER = Path(__file__).parent
TELLS = {"yes": True, "no": False, "?": None}
PEOPLE = {
    "student": (date(2027, 12, 15), CLINICAL_YEARS),
    "early_student": (date(2030, 6, 1), DateSpan(date(2028, 1, 1), date(2030, 5, 31))),
    "graduate": (date(2024, 6, 30), None),
    "not_told": (None, None),
}
PLACES = {
    "school_hospital": (True, HOSPITAL_HOURS),
    "other_hospital": (False, HOSPITAL_HOURS),
    "hospital_not_stated": (None, HOSPITAL_HOURS),
    "office": (False, OFFICE_HOURS),
    "hours_not_told": (None, ()),
}
OHIO = Decision(
    "test-ohio",
    Permission.ALLOWED_BY_AGENCY_DECISION,
    When(
        states=frozenset({"OH"}),
        kinds=frozenset({Kind.EXTERNSHIP}),
        statuses=frozenset({Status.US_CITIZEN, Status.PERMANENT_RESIDENT}),
    ),
    "A. Owner",
    "memo 1",
    "invented for this table.",
    date(2026, 1, 1),
    date(2027, 12, 31),
    is_fictional=True,
)


def rows() -> list[dict[str, str]]:
    with (FOLDER / "table.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def person_of(row: dict[str, str]) -> ApplicantFacts:
    degree_on, clinical_years = PEOPLE[row["person"]]
    held = () if row["status"] == "none" else (StatusSpan(Status(row["status"])),)
    facts = ApplicantFacts(degree_on=degree_on, clinical_years=clinical_years, statuses=held)
    if row["us_license"] == "yes":
        return replace(facts, credentials=frozenset({Credential.US_LICENSE}))
    return facts


def activity_of(row: dict[str, str]) -> Activity:
    is_school_hospital, hours = PLACES[row["place"]]
    return Activity(
        span=TERM,
        state=row["state"],
        kind=Kind(row["kind"]),
        role=Role(row["role"]),
        mode=Mode(row["mode"]),
        hours=hours,
        is_medical_school_hospital=is_school_hospital,
        supervised_by_faculty=TELLS[row["faculty"]],
        is_part_of_degree=TELLS[row["part_of_degree"]],
        is_paid=row["paid"] == "yes",
    )


@pytest.mark.parametrize("row", rows(), ids=lambda row: "-".join(list(row.values())[:7]))
def test_each_row_is_ruled_as_worked_out_by_hand(row):
    ruling = permission(person_of(row), activity_of(row), shipped().with_decisions((OHIO,)))

    immigration, state, *_ = ruling.findings
    found = (immigration.permission, state.permission, ruling.permission)
    assert found == (row["immigration"], row["state_layer"], row["expected"]), row["reasons"]


def test_the_table_is_large_and_has_no_row_twice():
    keys = [tuple(list(row.values())[:11]) for row in rows()]

    assert len(keys) >= 400
    assert len(set(keys)) == len(keys)


def test_every_reason_of_the_table_is_a_line_of_the_list():
    text = (FOLDER / "table.md").read_text(encoding="utf-8")
    used = {reason.split("[")[0] for row in rows() for reason in row["reasons"].split()}

    listed = {
        name
        for line in text.splitlines()
        if line.startswith(("| I", "| S"))
        for name in line.split("|")[1].strip().split(", ")
    }
    assert used == listed
