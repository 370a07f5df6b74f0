"""A coordinator brings hospitals and a foreign list, reads the report, applies, sees them."""

from uuid import uuid4

import pytest

from tests.journeys.test_catalog import is_fine
from tests.journeys.test_desk import enter
from tests.web.catalog.importers import test_cms, test_listings


@pytest.fixture
def mark():
    return uuid4().hex[:6].upper()


@pytest.fixture
def hospitals(tmp_path, mark):
    """Two hospitals that can be told apart, and one whose leading zero a spreadsheet has lost."""
    file = tmp_path / "hospitals.csv"
    ccn = f"{int(mark, 16) % 10**5:05d}"
    rows = [
        test_cms.with_cells(ccn=f"7{ccn}", name=f"PUDDLE {mark} HOSPITAL (FICTIONAL)"),
        test_cms.with_cells(ccn=f"8{ccn}", name=f"KETTLE {mark} HOSPITAL (FICTIONAL)"),
        test_cms.with_cells(ccn="10019"),
    ]
    file.write_bytes(test_cms.file_of(*rows))
    return file


@pytest.fixture
def listings(tmp_path, mark):
    file = tmp_path / "listings.csv"
    rows = [
        {"id": mark, "title": f"Foreign {mark} month (fictional)", "cost": "~$500"},
        {"id": f"{mark}b", "title": "TEST RUN please ignore"},
    ]
    file.write_bytes(test_listings.file_of(*rows))
    return file


def bring(page, site, kind, file):
    page.goto(f"{site}desk/imports/")
    page.get_by_role("link", name=kind).first.click()
    page.get_by_label("CSV file").set_input_files(file)
    page.get_by_role("button", name="Show what it would do").click()


def test_hospitals_and_a_foreign_list_are_read_before_they_are_taken(
    page, site, violations, hospitals, listings, mark
):
    enter(page, site, "Noor")
    bring(page, site, "Hospitals", hospitals)
    is_fine(page, violations)
    assert page.get_by_text("a leading zero was lost").count() == 1
    page.get_by_role("button", name="Apply all of it").click()
    assert page.get_by_role("heading", level=1).inner_text() == "What this file did"
    page.goto(f"{site}desk/sites/?q=Puddle {mark}")
    assert page.get_by_text(f"Puddle {mark.capitalize()}", exact=False).count() >= 1

    bring(page, site, "Entries of a list", listings)
    assert page.get_by_text("it reads like a test or a joke", exact=False).count() == 1
    is_fine(page, violations)
    page.get_by_role("button", name="Apply all of it").click()
    page.goto(f"{site}rotations/?q={mark}")
    assert page.get_by_text(f"Foreign {mark} month").count() == 1
    is_fine(page, violations)


def test_a_table_is_taken_out_and_brought_back_unchanged(page, site, violations, tmp_path):
    enter(page, site, "Noor")
    page.goto(f"{site}desk/imports/")
    is_fine(page, violations)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Preceptors as CSV").click()
    file = tmp_path / "preceptors.csv"
    taken.value.save_as(file)

    bring(page, site, "Our preceptors’ licenses", file)
    assert page.get_by_role("alert").count() == 1  # it is another table
    is_fine(page, violations)
    page.goto(f"{site}desk/imports/preceptors/new/")
    page.get_by_label("CSV file").set_input_files(file)
    page.get_by_role("button", name="Show what it would do").click()
    assert page.get_by_text("No line to tell: nothing changes.").count() == 1
    is_fine(page, violations)
