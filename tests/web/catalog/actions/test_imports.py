from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from rounds.web.catalog.actions.imports import (
    import_hospitals,
    import_listings,
    preview_hospitals,
    preview_listings,
)
from rounds.web.catalog.importers.cms import HospitalFile, read_hospitals
from rounds.web.catalog.importers.listings import read_listings
from rounds.web.catalog.models import Listing, Site
from rounds.web.history.models import Entry
from tests.web.catalog.importers import test_cms, test_listings
from tests.web.catalog.makers import make_site

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
TODAY = NOW.date()
TOLD = {"by": "user:1", "read_on": TODAY, "at": NOW}


def hospitals(*changes):
    rows = [test_cms.with_cells(**{"ccn": f"01000{n}", **c}) for n, c in enumerate(changes, 1)]
    return read_hospitals(test_cms.file_of(*rows))


def test_looking_writes_nothing():
    report = preview_hospitals(file=hospitals({}, {"ccn": "1"}))

    assert report.counts == {
        "rows": 2, "same": 0, "new": 1, "changed": 0, "gone": 0, "conflicts": 0, "rejected": 1,
    }  # fmt: skip
    assert (Site.objects.count(), Entry.objects.count()) == (0, 0)


def test_hospitals_become_drafts_with_source_and_day_and_the_same_file_changes_nothing():
    import_hospitals(file=hospitals({}, {"name": "MERCY"}), **TOLD)

    assert list(Site.objects.order_by("ccn").values_list("ccn", "name", "state", "origin")) == [
        ("010001", "Gable Falls Medical Center", "draft", "cms"),
        ("010002", "Mercy", "draft", "cms"),
    ]  # fmt: skip
    assert {site.origin_read_on for site in Site.objects.all()} == {TODAY}
    again = import_hospitals(file=hospitals({}, {"name": "MERCY"}), **TOLD)
    assert (again.counts["same"], again.counts["new"], again.counts["changed"]) == (2, 0, 0)
    assert [entry.verb for entry in Entry.objects.all()] == ["imported_hospitals"] * 2


def test_a_later_file_changes_what_cms_says_and_tells_before_and_after():
    import_hospitals(file=hospitals({}, {}), **TOLD)
    report = import_hospitals(file=hospitals({"phone": "(555) 2"}), **TOLD)

    (change,) = report.changed
    assert change.columns == (("phone", "(555) 010-0001", "(555) 2"),)
    assert Site.objects.get(ccn="010001").phone == "(555) 2"
    assert report.gone == ["010002 Gable Falls Medical Center"]
    assert Site.objects.count() == 2


def test_what_the_desk_wrote_is_never_overwritten():
    import_hospitals(file=hospitals({}), **TOLD)
    Site.objects.update(phone="by hand", version=2)
    make_site(ccn="010002", name="Our own entry")

    report = import_hospitals(file=hospitals({"phone": "(555) 2"}, {}), **TOLD)

    assert (report.changed, len(report.conflicts)) == ([], 2)
    assert Site.objects.get(ccn="010001").phone == "by hand"
    assert Site.objects.get(ccn="010002").name == "Our own entry"


def test_all_or_nothing():
    (one,) = hospitals({}).hospitals
    twice = HospitalFile((replace(one, ccn="010009"), one, one), ())

    with pytest.raises(IntegrityError), transaction.atomic():
        import_hospitals(file=twice, **TOLD)
    assert (Site.objects.count(), Entry.objects.count()) == (0, 0)


def test_entries_of_a_list_are_kept_renewed_and_taken_away():
    def take(*rows):
        file = read_listings(test_listings.file_of(*rows))
        return import_listings(file=file, source="a list", **TOLD)

    assert take({}, {"title": "Second"}).counts["new"] == 2
    Listing.objects.create(
        source="another list", source_id="a0", read_on=date(2026, 1, 1), title="T", listed_as="X",
        raw={},
    )  # fmt: skip
    report = take({"cost": "$600"})

    assert (len(report.changed), report.gone) == (1, ["Second"])
    kept = Listing.objects.get(source="a list")
    assert (kept.raw["cost"], kept.read_on) == ("$600", TODAY)
    assert Listing.objects.filter(source="another list").count() == 1
    assert take({"cost": "$600"}).counts["same"] == 1


def test_looking_at_a_list_writes_nothing():
    file = read_listings(test_listings.file_of({}, {"status": "REJECTED"}))
    report = preview_listings(file=file, source="a list")

    assert (report.counts["new"], report.counts["rejected"]) == (1, 1)
    assert Listing.objects.count() == 0


@pytest.mark.parametrize("count", [1, 30])
def test_many_hospitals_take_as_many_queries(count, django_assert_max_num_queries):
    file = hospitals(*[{"ccn": f"01{n:04d}"} for n in range(count)])

    with django_assert_max_num_queries(9):
        import_hospitals(file=file, **TOLD)
