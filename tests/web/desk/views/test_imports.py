import csv
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from rounds.web.catalog.models import Listing, Preceptor, Site
from rounds.web.desk.models import ImportRun
from tests.web.catalog.importers import test_cms, test_listings
from tests.web.catalog.makers import make_preceptor
from tests.web.conftest import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(datetime(2026, 11, 27, 9, tzinfo=UTC))


@pytest.fixture
def noor(coordinator):
    return client_of(coordinator)


def text(response):
    return " ".join(response.content.decode().split())


def bring(client, kind, data, **told):
    file = SimpleUploadedFile("brought.csv", data, "text/csv")
    return client.post(
        f"/desk/imports/{kind}/new/", {"file": file, "read_on": "2026-11-01", **told}
    )


def hospitals(*changes):
    rows = [test_cms.with_cells(**{"ccn": f"01000{n}", **c}) for n, c in enumerate(changes, 1)]
    return test_cms.file_of(*rows)


def test_hospitals_are_looked_at_read_and_applied_once(noor):
    answer = bring(noor, "hospitals", hospitals({}, {"ccn": "1001"}))
    assert (answer.status_code, Site.objects.count()) == (302, 0)

    page = text(noor.get(answer.url))
    for words in ("What this file would do", "New", "Refused", "Line 3", "Apply all of it"):
        assert words in page
    assert "Files that wait for a decision (1)" in text(noor.get("/desk/"))
    run = ImportRun.objects.get()
    done = noor.post(f"/desk/imports/{run.pk}/apply/", follow=True)
    assert "Done." in text(done)
    assert "What this file did" in text(done)
    again = noor.post(f"/desk/imports/{run.pk}/apply/", follow=True)
    assert "was applied already" in text(again)
    assert list(Site.objects.values_list("ccn", "state")) == [("010001", "draft")]
    assert "Files that wait" not in text(noor.get("/desk/"))


def test_the_report_shows_one_outcome_alone(noor):
    answer = bring(noor, "hospitals", hospitals({}, {"ccn": "1001"}))

    page = text(noor.get(f"{answer.url}?only=refused"))
    assert "Line 3" in page
    assert "Line 2" not in page
    assert "Show all lines" in page


def test_entries_of_a_list_carry_its_name(noor):
    answer = bring(noor, "listings", test_listings.file_of({}), source="Other list")
    noor.post(f"{answer.url}apply/")

    assert Listing.objects.get().source == "Other list"


def test_a_file_that_is_no_table_is_refused_beside_the_field(noor):
    for data, says in (
        (b"PK\x03\x04", "not a CSV file"),
        (b"a,b\n1,2\n", "These columns are missing"),
        (b"", "The file is empty"),
    ):
        answer = bring(noor, "hospitals", data)
        assert answer.status_code == 400
        assert says in text(answer)
    assert ImportRun.objects.count() == 0


def test_everything_missing_is_asked_at_once(noor):
    page = text(noor.post("/desk/imports/listings/new/", {}))

    for says in ("Choose a file.", "Tell the day", "Tell the name of the list."):
        assert says in page


def test_a_file_is_dropped(noor):
    answer = bring(noor, "hospitals", hospitals({}))
    done = noor.post(f"{answer.url}drop/", follow=True)

    assert "Nothing was changed" in text(done)
    assert "would have done" in text(noor.get(answer.url))
    assert "was dropped already" in text(noor.post(f"{answer.url}drop/", follow=True))


def test_a_table_goes_out_and_comes_back(noor):
    make_preceptor(board="", npi="1234567893")
    taken = noor.get("/desk/tables/preceptors.csv")
    assert taken["Content-Disposition"].endswith('"rounds-preceptors-2026-11-27.csv"')
    data = b"".join(taken.streaming_content)
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))
    rows[0]["board"] = "ABIM"
    buffer = StringIO()
    writer = csv.DictWriter(buffer, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)

    answer = bring(noor, "preceptors", buffer.getvalue().encode())
    assert "board: <bdi>nothing</bdi> → <bdi>ABIM</bdi>" in text(noor.get(answer.url))
    noor.post(f"{answer.url}apply/")
    assert Preceptor.objects.get().board == "ABIM"


def test_a_table_with_a_wrong_row_offers_no_button(noor):
    make_preceptor()
    data = b"preceptor,specialty\npreceptor-nobody,neurology\n"
    answer = bring(noor, "preceptors", data)

    page = text(noor.get(answer.url))
    assert "Correct these rows" in page
    assert "Apply all of it" not in page


def test_addresses_of_no_kind_are_not_there(noor):
    assert noor.get("/desk/imports/poems/new/").status_code == 404
    assert noor.get("/desk/tables/poems.csv").status_code == 404


def test_the_list_asks_the_same_however_many_files(noor, django_assert_max_num_queries):
    for _ in range(5):
        bring(noor, "hospitals", hospitals({}))

    with django_assert_max_num_queries(9):
        page = text(noor.get("/desk/imports/"))
    assert page.count("brought.csv") == 5


def test_a_reader_reads_and_changes_nothing(noor, reader):
    answer = bring(noor, "hospitals", hospitals({}))
    ida = client_of(reader)

    assert "Apply all of it" not in text(ida.get(answer.url))
    assert "Bring a file" not in text(ida.get("/desk/imports/"))
    assert ida.post(f"{answer.url}apply/").status_code == 403
