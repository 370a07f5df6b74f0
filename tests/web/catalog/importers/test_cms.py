import csv
from io import StringIO

import pytest

from rounds.web.catalog.importers.cms import COLUMNS, read_hospitals
from rounds.web.kit.refusal import Refusal

GOOD = (
    "010001", "GABLE FALLS MEDICAL CENTER", "1 LANTERN ROAD", "GABLE FALLS", "NY", "10001",
    "NEW YORK", "(555) 010-0001", "Acute Care Hospitals", "Proprietary", "Yes",
)  # fmt: skip


def file_of(*rows):
    out = StringIO()
    csv.writer(out).writerows([COLUMNS, *rows])
    return out.getvalue().encode()


def with_cells(**changed):
    cells = dict(zip(COLUMNS, GOOD, strict=True))
    names = {
        "ccn": "Facility ID", "name": "Facility Name", "city": "City/Town", "state": "State",
        "zip": "ZIP Code", "emergency": "Emergency Services", "phone": "Telephone Number",
    }  # fmt: skip
    return tuple((cells | {names[key]: value for key, value in changed.items()}).values())


def test_a_hospital_is_read_with_a_name_people_can_read():
    (found,) = read_hospitals(file_of(GOOD)).hospitals

    assert (found.ccn, found.name, found.source_name) == (
        "010001", "Gable Falls Medical Center", "GABLE FALLS MEDICAL CENTER",
    )  # fmt: skip
    assert (found.street, found.city, found.state_code, found.zip_code) == (
        "1 Lantern Road", "Gable Falls", "NY", "10001",
    )  # fmt: skip
    assert (found.has_emergency, found.time_zone) == (True, "America/New_York")
    assert (round(found.latitude), round(found.longitude)) == (41, -74)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (
            {"ccn": "10001"},
            "the id 10001 has five characters: a leading zero was lost, keep it as text",
        ),
        ({"ccn": ""}, "the id (empty) is no CMS certification number of six characters"),
        ({"ccn": "ABCDEF"}, "the id ABCDEF is no CMS certification number of six characters"),
        ({"name": "Not Available"}, "it has no name"),
        ({"city": ""}, "it has no city"),
        ({"state": "ZZ"}, "nobody knows the state ZZ"),
        ({"zip": "7357"}, "the ZIP code 7357 has lost a leading zero, keep it as text"),
        ({"zip": "ABCDE"}, "the ZIP code ABCDE has not five digits"),
        ({"name": "X" * 201}, "Facility Name has more than 200 characters"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_apart_is_refused_and_never_repaired(changed, reason):
    file = read_hospitals(file_of(GOOD, with_cells(**{"ccn": "010005", **changed})))

    assert [one.ccn for one in file.hospitals] == ["010001"]
    assert [(one.line, one.reason) for one in file.rejected] == [(3, reason)]


def test_all_that_is_wrong_with_a_row_is_told_at_once():
    file = read_hospitals(file_of(with_cells(ccn="x", city="", state="")))

    assert file.rejected[0].reason.count(";") == 2


def test_an_id_that_stands_twice_is_refused_wherever_it_stands():
    file = read_hospitals(file_of(GOOD, with_cells(name="OTHER"), with_cells(ccn="01014F")))

    assert [one.ccn for one in file.hospitals] == ["01014F"]
    assert [one.line for one in file.rejected] == [2, 3]


def test_what_is_not_available_is_unknown_and_not_no():
    row = with_cells(emergency="Not Available", phone="Not Available", zip="Not Available")
    (found,) = read_hospitals(file_of(row)).hospitals

    assert (found.has_emergency, found.phone, found.zip_code) == (None, "", "")
    assert (found.time_zone, found.latitude) == ("", None)


@pytest.mark.parametrize(("state", "zip_code"), [("GU", "96910"), ("PR", "00901"), ("VI", "00802")])
def test_territories_are_states_too(state, zip_code):
    (found,) = read_hospitals(file_of(with_cells(state=state, zip=zip_code))).hospitals

    assert (found.state_code, found.zip_code) == (state, zip_code)


@pytest.mark.parametrize(
    ("changed", "note"),
    [
        ({"zip": "Not Available"}, "It has no ZIP code"),
        ({"zip": "00000"}, "Our list does not have the ZIP code 00000"),
        ({"state": "AL"}, "The ZIP code 10001 lies in NY, and the row says AL."),
        ({"emergency": "Maybe"}, "“Maybe” about emergency services is neither yes nor no"),
    ],
)
def test_what_does_not_fit_together_is_noted_and_the_row_taken(changed, note):
    (found,) = read_hospitals(file_of(with_cells(**changed))).hospitals

    assert [one.startswith(note) for one in found.notes] == [True]


def test_the_four_digits_after_a_zip_code_are_no_part_of_it():
    (found,) = read_hospitals(file_of(with_cells(zip="10001-1234"))).hospitals

    assert (found.zip_code, found.notes) == ("10001", ())


def test_a_heading_without_hospitals_is_refused():
    with pytest.raises(Refusal, match="no row below"):
        read_hospitals(file_of())


def test_the_real_file_is_read_whole(shared_data):
    file = read_hospitals(
        (shared_data / "data/hospitals/cms_hospital_general_information.csv").read_bytes()
    )

    assert (len(file.hospitals), file.rejected) == (5426, ())
    assert sum(not one.ccn.isdigit() for one in file.hospitals) == 164
    assert len({one.state_code for one in file.hospitals}) == 56
