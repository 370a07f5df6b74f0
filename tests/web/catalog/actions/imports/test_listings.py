from datetime import UTC, date, datetime

import pytest

from rounds.web.catalog.actions.imports.listings import import_listings, preview_listings
from rounds.web.catalog.actions.imports.report import Change, Outcome
from rounds.web.catalog.importers.listings import read_listings
from rounds.web.catalog.models import Listing
from rounds.web.catalog.queries.shown import listed_elsewhere
from rounds.web.history.models import Entry
from tests.web.catalog.importers import test_listings
from tests.web.catalog.makers import make_listing

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
TODAY = NOW.date()
TOLD = {"source": "a list", "by": "user:1", "read_on": TODAY, "at": NOW}


def take(*rows, **over):
    file = read_listings(test_listings.file_of(*rows))
    return import_listings(file=file, **{**TOLD, **over})


def shown():
    total, rows = listed_elsewhere(words=[], states=frozenset(), kinds=frozenset())
    return total, [row.title for row in rows]


def test_looking_writes_nothing_and_foretells_what_importing_does():
    file = read_listings(test_listings.file_of({}, {"status": "REJECTED"}))
    looked = preview_listings(file=file, source="a list")

    assert (looked.rows, looked.counts["new"], looked.counts["refused"]) == (2, 1, 1)
    assert (Listing.objects.count(), Entry.objects.count()) == (0, 0)
    assert import_listings(file=file, **TOLD).digest() == looked.digest()


def test_an_entry_keeps_its_raw_text_and_the_same_file_twice_changes_nothing():
    take({}, {"title": "Second"})
    before = list(Listing.objects.order_by("pk").values())
    again = take({}, {"title": "Second"})

    assert before[0]["raw"]["cost"] == "$500"
    assert (again.same, again.lines) == (2, ())
    assert list(Listing.objects.order_by("pk").values()) == before
    assert list(Entry.objects.values_list("verb", flat=True)) == ["imported"] * 2


def test_a_change_in_the_raw_text_names_its_column():
    take({})
    (line,) = take({"cost": "$600"}, read_on=date(2027, 1, 4)).lines

    assert line.changes == (Change("raw.cost", "$500", "$600"),)
    kept = Listing.objects.get()
    assert (kept.raw["cost"], kept.read_on) == ("$600", date(2027, 1, 4))


def test_what_the_list_no_longer_has_stays_leaves_the_search_and_may_come_back():
    take({}, {"title": "Second"})
    gone = take({})

    assert [(line.outcome, line.what) for line in gone.lines] == [(Outcome.GONE, "Second")]
    assert Listing.objects.get(title="Second").gone_on == TODAY
    assert shown() == (1, [test_listings.GOOD["title"]])
    assert take({}).lines == ()
    (back,) = take({}, {"title": "Second"}).lines
    assert back.changes == (Change("gone_on", TODAY, None),)
    assert shown()[0] == 2


def test_what_the_list_rejects_later_leaves_the_search():
    take({})
    report = take({"status": "REJECTED"})

    assert [line.outcome for line in report.lines] == [Outcome.REFUSED, Outcome.GONE]
    assert shown() == (0, [])


def test_another_list_is_left_alone():
    other = make_listing(source="another list", source_id="a0")
    take({"title": "Ours"})

    other.refresh_from_db()
    assert (Listing.objects.count(), other.gone_on) == (2, None)


def test_findings_stand_in_the_report_and_beside_the_entry():
    (_, note) = take({"websiteUrl": "#"}).lines

    assert (note.outcome, note.reason) == (
        Outcome.NOTED, "The address “#” leads nowhere and is left out.",
    )  # fmt: skip
    assert Listing.objects.get().findings == [note.reason]


@pytest.mark.parametrize("count", [1, 20])
def test_many_entries_take_as_many_queries(count, django_assert_num_queries):
    rows = [{"title": f"T {n}"} for n in range(count)]
    with django_assert_num_queries(5):
        take(*rows)


def test_the_real_list_is_taken_without_what_it_does_not_stand_for(shared_data):
    path = shared_data / "data/listings/usce_listings_2026-05-26.csv"
    report = import_listings(file=read_listings(path.read_bytes()), **TOLD)

    assert (report.rows, report.counts["new"], report.counts["refused"]) == (200, 146, 54)
    assert Listing.objects.filter(title__contains="Buggu").count() == 0
