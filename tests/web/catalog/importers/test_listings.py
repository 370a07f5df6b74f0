import csv
from collections import Counter
from io import StringIO

import pytest

from rounds.web.catalog.importers.listings import COLUMNS, read_listings

GOOD = {
    "id": "a1", "title": "Puddle Observership (fictional)", "listingType": "OBSERVERSHIP",
    "specialty": "Neurology", "city": "Gable Falls", "state": "NY", "shortDescription": "Watch.",
    "fullDescription": "A month.", "duration": "4 weeks", "cost": "$500", "status": "APPROVED",
    "eligibilitySummary": "Graduates", "lorPossible": "False", "visaSupport": "False",
    "websiteUrl": "https://puddle.example/x",
}  # fmt: skip


def file_of(*rows):
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(GOOD | {"id": f"a{n}"} | row for n, row in enumerate(rows))
    return out.getvalue().encode()


def only(**changed):
    (entry,) = read_listings(file_of(changed)).entries
    return entry


def test_an_entry_keeps_its_raw_text_and_shows_what_is_certain():
    entry = only()

    assert (entry.kind, entry.state_code, entry.url) == ("observership", "NY", GOOD["websiteUrl"])
    assert entry.raw["cost"] == "$500"
    assert entry.findings == ()


@pytest.mark.parametrize(
    ("changed", "finding"),
    [
        ({"fullDescription": "Letters of recommendation upon request."}, "speaks of letters"),
        (
            {"listingType": "EXTERNSHIP", "eligibilitySummary": "MD | Visa: B1/B2"},
            "may not do this",
        ),
        ({"state": "MULTI"}, "The state “MULTI” is none"),
        ({"websiteUrl": "#"}, "The address “#” leads nowhere"),
        ({"websiteUrl": "javascript:alert(1)"}, "leads nowhere"),
        ({"cost": "~$200-400"}, "is a guess of the list"),
        ({"duration": "~2-4 weeks"}, "is a guess of the list"),
    ],
)
def test_what_does_not_fit_together_is_noted_beside_the_entry(changed, finding):
    (found,) = only(**changed).findings

    assert finding in found


def test_a_kind_we_do_not_know_stays_as_it_is_listed():
    entry = only(listingType="MD_DO_VISITING_STUDENTS", state="MULTI", websiteUrl="#")

    assert (entry.kind, entry.listed_as) == ("", "MD_DO_VISITING_STUDENTS")
    assert (entry.state_code, entry.url) == ("", "")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"fullDescription": "Test run please"}, "it reads like a test or a joke"),
        ({"cost": "Gazillion"}, "it reads like a test or a joke"),
        ({"id": "x" * 101}, "its id has more than 100 characters"),
        ({"status": "REJECTED"}, "its own list calls it rejected"),
        ({"status": "HIDDEN"}, "its own list calls it hidden"),
        ({"status": ""}, "its own list does not stand for it"),
        ({"title": ""}, "it has no title"),
        ({"id": ""}, "it has no id"),
    ],
)
def test_what_its_own_list_does_not_stand_for_is_refused(changed, reason):
    file = read_listings(file_of({}, changed))

    assert [entry.source_id for entry in file.entries] == ["a0"]
    assert [(one.line, one.reason) for one in file.rejected] == [(3, reason)]


def test_equal_titles_are_noted_and_equal_ids_refused():
    file = read_listings(file_of({}, {"id": "b"}, {"id": "b", "title": "Other"}))
    assert [(one.line, one.reason) for one in file.rejected] == [
        (3, "the id b stands 2 times in the file"), (4, "the id b stands 2 times in the file"),
    ]  # fmt: skip

    both = read_listings(file_of({}, {})).entries
    assert [entry.findings for entry in both] == [
        ("The same title stands on line 3: maybe the same entry.",),
        ("The same title stands on line 2: maybe the same entry.",),
    ]


def test_the_real_list_is_read_and_its_joke_refused(shared_data):
    file = read_listings((shared_data / "data/listings/usce_listings_2026-05-26.csv").read_bytes())

    assert (len(file.entries), len(file.rejected)) == (146, 54)
    assert Counter(one.reason for one in file.rejected) == {
        "its own list calls it rejected": 52, "its own list calls it hidden": 2,
    }  # fmt: skip
    assert [one.what for one in file.rejected if one.what.startswith("Buggu")] == ["Buggu at bugg"]
    assert all(entry.raw["cost"] is not None for entry in file.entries)
    hands_on = [entry for entry in file.entries if entry.kind == "externship"]
    assert all(any("may not do this" in one for one in entry.findings) for entry in hands_on)
