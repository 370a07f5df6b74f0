from datetime import date

import pytest

from rounds.web.catalog.actions.search_index import refresh
from rounds.web.catalog.models import Rotation, Term
from rounds.web.catalog.queries.search.find import find
from rounds.web.catalog.queries.search.wanted import Point, Wanted
from tests.web.catalog.makers import (
    TODAY,
    make_preceptor,
    make_rotation,
    make_site,
    make_term,
)

pytestmark = pytest.mark.django_db
FEB, MAR = date(2027, 2, 1), date(2027, 3, 1)


def titles(found):
    names = dict(Rotation.objects.values_list("id", "title"))
    return [names[hit.rotation] for hit in found.hits]


def search(**wanted):
    refresh(rotations=Rotation.objects.values_list("id", flat=True))
    sort = wanted.pop("sort", "date")
    return find(Wanted(**wanted), on=TODAY, sort=sort)


@pytest.fixture
def three():
    """An observership in New York, an externship in Texas, an elective online."""
    texas = make_site(state_code="TX", latitude=31.0, longitude=-98.0)
    watch = make_rotation(title="Watch", specialty="internal medicine")
    work = make_rotation(
        title="Work", site=texas, kind="externship", role="hands_on", specialty="neurology",
        letter_policy="conditional", is_on_letterhead=None, emr_access="notes",
        languages=["en", "es"], hours={"office": 40}, lines=[("tuition", 400_000, "term")],
    )  # fmt: skip
    online = make_rotation(
        title="Online", kind="elective", mode="virtual", hours={"didactic": 10},
        lines=[("tuition", None, "term")], letter_policy="does_not_write",
    )  # fmt: skip
    make_term(watch, first=MAR)
    make_term(watch, first=FEB, weeks=2)
    make_term(work, first=FEB, seats=1, taken=1)
    make_term(online, first=date(2027, 4, 5), weeks=8)
    return watch, work, online


def test_everything_open_is_found_once_a_rotation_in_the_order_of_first_days(three):
    found = search()

    assert titles(found) == ["Watch", "Work", "Online"]
    assert (found.terms, [len(hit.terms) for hit in found.hits]) == (4, [2, 1, 1])
    assert [hit.first for hit in found.hits] == [FEB, FEB, date(2027, 4, 5)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"specialty": frozenset({"neurology"})}, ["Work"]),
        ({"kind": frozenset({"elective", "externship"})}, ["Work", "Online"]),
        ({"role": frozenset({"hands_on"})}, ["Work"]),
        ({"mode": frozenset({"virtual"})}, ["Online"]),
        ({"setting": frozenset({"hospital"})}, ["Watch"]),
        ({"setting": frozenset({"clinic"})}, ["Watch", "Work"]),
        ({"setting": frozenset({"didactic"})}, ["Online"]),
        ({"state": frozenset({"TX"})}, ["Work"]),
        ({"letter_policy": frozenset({"writes"})}, ["Watch"]),
        ({"letterhead": frozenset({"unknown"})}, ["Work"]),
        ({"emr_access": frozenset({"notes"})}, ["Work"]),
        ({"language": frozenset({"es"})}, ["Work"]),
        ({"weeks": frozenset({8})}, ["Online"]),
        ({"earliest": MAR}, ["Watch", "Online"]),
        ({"latest": date(2027, 3, 26)}, ["Watch", "Work"]),
        ({"most_cents": 110_000}, ["Watch"]),
        ({"most_cents": 109_999}, []),
        ({"only_free": True}, ["Watch", "Online"]),
        ({"near": Point(42.0, -75.0, "x"), "miles": 50}, ["Watch", "Online"]),
        ({"near": Point(31.0, -98.0, "x"), "miles": 50}, ["Work"]),
        ({"state": frozenset({"TX"}), "role": frozenset({"observing"})}, []),
    ],
)
def test_each_filter_lets_through_what_it_says(three, wanted, expected):
    assert titles(search(**wanted)) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("price", ["Watch", "Work", "Online"]),
        ("weeks", ["Watch", "Work", "Online"]),
        ("nonsense", ["Watch", "Work", "Online"]),
    ],
)
def test_what_is_not_known_comes_last(three, sort, expected):
    assert titles(search(sort=sort)) == expected


def test_distance_is_told_and_sorted_by(three):
    found = search(near=Point(31.0, -98.0, "x"), miles=5000, sort="distance")

    assert titles(found)[0] == "Work"
    assert found.hits[0].miles == 0.0
    assert 1200 < found.hits[1].miles < 1600


def test_a_place_nobody_has_located_is_near_nothing():
    make_term(make_rotation(title="Lost", site=make_site(latitude=None, longitude=None)))

    assert titles(search()) == ["Lost"]
    assert titles(search(near=Point(42.0, -75.0, "x"), miles=5000)) == []


def test_the_price_is_that_of_all_required_lines_for_the_weeks(three):
    found = search()

    assert [hit.cents for hit in found.hits] == [110_000, 400_000, None]


def test_facets_count_rotations_with_all_other_filters_applied(three):
    found = search(state=frozenset({"NY"}))

    assert dict(found.facets["state"]) == {"NY": 2, "TX": 1}
    assert dict(found.facets["kind"]) == {"observership": 1, "elective": 1}
    assert dict(found.facets["setting"]) == {
        "inpatient": 1, "office": 1, "didactic": 1, "hospital": 1, "clinic": 1,
    }  # fmt: skip


def test_the_calendar_counts_terms_by_their_first_day(three):
    assert search().starts == [(FEB, 2), (MAR, 1), (date(2027, 4, 5), 1)]


def test_an_empty_result_says_which_filter_to_drop(three):
    found = search(
        state=frozenset({"TX"}), role=frozenset({"observing"}), kind=frozenset({"observership"})
    )

    assert list(found.hits) == []
    assert found.drop == [("state", 1)]


@pytest.mark.parametrize("hide", ["term", "rotation", "site", "past", "today"])
def test_only_what_is_published_and_still_to_come_is_found(hide):
    rotation = make_rotation(title="Hidden")
    term = make_term(rotation)
    if hide in ("past", "today"):
        term.first = date(2026, 11, 2) if hide == "past" else TODAY
        term.save()
    else:
        thing = {"term": term, "rotation": rotation, "site": rotation.site}[hide]
        thing.state = "withdrawn"
        thing.save()

    assert list(search().hits) == []


def test_words_find_titles_places_and_people_however_they_are_written():
    site = make_site(name="Señora Médical Center (fictional)", city="Gable Falls")
    make_term(make_rotation(title="Cardiology month", site=site))
    make_term(make_rotation(title="Other", preceptor=make_preceptor(last_name="Nettlecombe")))

    assert titles(search(text="cardio")) == ["Cardiology month"]
    assert titles(search(text="SENORA medic")) == ["Cardiology month"]
    assert titles(search(text="nettlecombe")) == ["Other"]
    assert titles(search(text="cardiology nettlecombe")) == []
    assert titles(search(text="\"; DROP TABLE x; -- * ( ) & | ! : ' cardiology")) == []
    assert titles(search(text="!!!")) == []


def test_a_hidden_name_is_not_found_by_search():
    hidden = make_preceptor(last_name="Secretname")
    make_term(make_rotation(preceptor=hidden, name_visibility="signed_in"))
    unasked = make_preceptor(last_name="Silentname", named_since=None)
    make_term(make_rotation(preceptor=unasked))

    assert list(search(text="secretname").hits) == []
    assert list(search(text="silentname").hits) == []


def test_a_misspelled_word_is_answered_with_the_nearest_known_one():
    make_term(make_rotation(title="Neurology observership"))

    assert search(text="neurolgy").meant == "neurology"
    assert search(text="neurology").meant == ""
    assert search(text="zzzzzz").meant == ""


def test_the_best_match_of_words_comes_first_when_asked_for():
    make_term(make_rotation(title="Sleep", summary="stroke"), first=FEB)
    make_term(make_rotation(title="Stroke stroke", summary="stroke stroke"), first=MAR)

    assert titles(search(text="stroke")) == ["Sleep", "Stroke stroke"]
    assert titles(search(text="stroke", sort="relevance"))[0] == "Stroke stroke"


def test_an_empty_catalog_is_an_empty_answer():
    found = search(text="x", state=frozenset({"NY"}), near=Point(1, 1, "x"), only_free=True)

    assert (list(found.hits), found.terms, found.starts, found.drop) == ([], 0, [], [])


def test_a_change_is_seen_after_it_was_told_and_seats_at_once(three):
    watch, _, _ = three
    assert titles(search(only_free=True)) == ["Watch", "Online"]
    Term.objects.filter(rotation=watch).update(taken=2)

    assert titles(find_again(only_free=True)) == ["Online"]
    watch.title = "Renamed"
    watch.save()
    assert titles(search(text="renamed")) == ["Renamed"]


def find_again(**wanted):
    return find(Wanted(**wanted), on=TODAY)


def test_a_search_asks_the_database_three_times_at_most(three, django_assert_num_queries):
    search()
    with django_assert_num_queries(1):
        find_again(state=frozenset({"NY"}))
    with django_assert_num_queries(3):
        find_again(text="watch", only_free=True)
