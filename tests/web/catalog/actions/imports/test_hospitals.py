from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from rounds.web.catalog.actions.imports.hospitals import import_hospitals, preview_hospitals
from rounds.web.catalog.actions.imports.report import Change, Outcome
from rounds.web.catalog.importers.cms import HospitalFile, read_hospitals
from rounds.web.catalog.models import RotationText, Site
from rounds.web.history.models import Entry
from tests.web.catalog.importers import test_cms
from tests.web.catalog.makers import make_rotation, make_site

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
TOLD = {"source": "cms.csv", "by": "user:1", "read_on": NOW.date(), "at": NOW}
NEW_PHONE = {"phone": "(555) 555-0199"}


def hospitals(*changes):
    rows = [test_cms.with_cells(**{"ccn": f"01000{n}", **c}) for n, c in enumerate(changes, 1)]
    return read_hospitals(test_cms.file_of(*rows))


def take(*changes, **over):
    return import_hospitals(file=hospitals(*changes), **{**TOLD, **over})


def lines_of(report, outcome):
    return [line for line in report.lines if line.outcome is outcome]


def test_looking_writes_nothing_and_foretells_what_importing_does():
    file = hospitals({}, {"ccn": "1"})
    looked = preview_hospitals(file=file)

    assert (looked.rows, looked.same, looked.counts["new"], looked.counts["refused"]) == (
        2,
        0,
        1,
        1,
    )
    assert (Site.objects.count(), Entry.objects.count()) == (0, 0)
    assert import_hospitals(file=file, **TOLD).digest() == looked.digest()


def test_hospitals_become_drafts_with_a_readable_address_source_and_day():
    take({}, {"name": "MERCY"})

    assert list(Site.objects.order_by("ccn").values_list("ccn", "name", "state", "slug")) == [
        ("010001", "Gable Falls Medical Center", "draft", "gable-falls-medical-center-010001"),
        ("010002", "Mercy", "draft", "mercy-010002"),
    ]  # fmt: skip
    assert set(Site.objects.values_list("origin", "origin_read_on")) == {("cms", NOW.date())}
    assert list(Entry.objects.values_list("verb", "actor")) == [("imported", "user:1")] * 2


def test_an_address_that_is_taken_gets_another_one():
    make_site(slug="mercy-010001")
    take({"name": "MERCY"})

    assert Site.objects.get(ccn="010001").slug == "mercy-010001-cms"


def test_the_same_file_twice_changes_nothing():
    take({}, {})
    before = list(Site.objects.order_by("pk").values())
    again = take({}, {}, at=NOW.replace(hour=10))

    assert (again.same, again.lines) == (2, ())
    assert list(Site.objects.order_by("pk").values()) == before
    assert Entry.objects.count() == 2


def test_a_later_file_changes_what_cms_says_again_and_again_with_before_and_after():
    take({})
    first = take(NEW_PHONE, read_on=date(2027, 1, 4))
    second = take({"phone": "(555) 555-0111"}, read_on=date(2026, 1, 4))

    (line,) = lines_of(first, Outcome.CHANGED)
    assert line.changes == (Change("phone", "(555) 010-0001", "(555) 555-0199"),)
    assert [line.changes[0].before for line in second.lines] == ["(555) 555-0199"]
    site = Site.objects.get()
    assert (site.phone, site.version, site.origin_read_on) == (
        "(555) 555-0111", 3, date(2027, 1, 4),
    )  # fmt: skip
    told = Entry.objects.filter(verb="followed_source").order_by("id").first().payload
    assert told == {
        "version": 2, "source": "cms.csv",
        "changes": {"phone": {"before": "(555) 010-0001", "after": "(555) 555-0199"}},
    }  # fmt: skip


def test_what_the_desk_wrote_stays_and_the_rest_of_the_row_follows():
    take({})
    Site.objects.update(phone="by hand", version=2)
    report = take({**NEW_PHONE, "name": "MERCY"})

    site = Site.objects.get()
    assert (site.phone, site.name) == ("by hand", "Mercy")
    (kept,) = lines_of(report, Outcome.CONFLICT)
    assert kept.changes == (Change("phone", "by hand", "(555) 555-0199"),)


def test_what_the_desk_wrote_is_still_its_own_when_cms_speaks_once_more():
    take({})
    Site.objects.update(phone="by hand", version=2)
    take(NEW_PHONE)
    take({"phone": "(555) 555-0111"})

    assert Site.objects.get().phone == "by hand"


def test_a_site_that_the_agency_entered_itself_is_left_alone():
    make_site(ccn="010001", name="Our own entry")
    report = take({})

    assert [line.outcome for line in report.lines] == [Outcome.CONFLICT]
    assert Site.objects.get().name == "Our own entry"


def test_what_is_not_available_erases_nothing_that_was_known():
    take({})
    report = take({"phone": "Not Available", "emergency": "Not Available"})

    assert report.same == 1
    assert Site.objects.values_list("phone", "has_emergency").get() == ("(555) 010-0001", True)


def test_what_is_no_longer_in_the_file_is_told_and_stays():
    take({}, {})
    report = take({})

    assert [line.what for line in lines_of(report, Outcome.GONE)] == [
        "010002 Gable Falls Medical Center"
    ]
    assert Site.objects.count() == 2


def test_notes_of_the_reader_stand_in_the_report():
    (note,) = lines_of(take({"zip": "00000"}), Outcome.NOTED)

    assert (note.line, note.reason[:37]) == (2, "Our list does not have the ZIP code 0")


def test_the_search_knows_the_new_name_of_a_published_site():
    take({})
    Site.objects.update(state="published")
    make_rotation(site=Site.objects.get())
    take({"name": "WINTERMERE CLINIC"})

    assert "wintermere" in RotationText.objects.get().body


def test_all_or_nothing():
    (one,) = hospitals({}).hospitals
    twice = HospitalFile((replace(one, ccn="010009"), one, one), ())

    with pytest.raises(IntegrityError), transaction.atomic():
        import_hospitals(file=twice, **TOLD)
    assert (Site.objects.count(), Entry.objects.count()) == (0, 0)


@pytest.mark.parametrize("count", [1, 20])
def test_many_hospitals_take_as_many_queries(count, django_assert_num_queries):
    changes = [{"ccn": f"01{n:04d}"} for n in range(count)]
    with django_assert_num_queries(6):
        take(*changes)
    with django_assert_num_queries(6):
        take(*[{**one, **NEW_PHONE} for one in changes])


def test_the_real_file_is_taken_whole_and_changes_nothing_the_second_time(shared_data):
    path = shared_data / "data/hospitals/cms_hospital_general_information.csv"
    file = read_hospitals(path.read_bytes())
    first, second = import_hospitals(file=file, **TOLD), import_hospitals(file=file, **TOLD)

    assert (first.counts["new"], second.same, second.counts["changed"]) == (5426, 5426, 0)
    assert (Site.objects.count(), Entry.objects.count()) == (5426, 5426)
