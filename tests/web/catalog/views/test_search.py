from datetime import date

import pytest

from rounds.web.catalog.actions.search_index import refresh
from rounds.web.catalog.models import Rotation
from tests.web.catalog.makers import make_listing, make_rotation, make_site, make_term

pytestmark = pytest.mark.django_db


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(date(2026, 11, 27))


def publish(count=1, **over):
    for _ in range(count):
        make_term(make_rotation(**over))
    refresh(rotations=Rotation.objects.values_list("id", flat=True))


def test_an_empty_catalog_says_so(client):
    page = text(client.get("/rotations/"))

    assert "0 rotations, 0 dates" in page
    assert "No rotation is published yet." in page


def test_results_show_what_decides(client):
    publish(title="Sleep month")
    page = text(client.get("/rotations/"))

    for words in ("1 rotation, 1 date", "Sleep month", "$1,200", "Will write a letter",
                  "30 inpatient, 10 office", "2 seats free", "reads charts"):  # fmt: skip
        assert words in page


def test_filters_in_use_can_be_dropped_one_by_one(client):
    publish(specialty="neurology")
    page = text(client.get("/rotations/?specialty=neurology&state=NY&q=internal"))

    assert 'href="?specialty=neurology&amp;state=NY"' in page
    assert 'href="?state=NY&amp;q=internal"' in page
    assert "State: New York" in page


def test_an_empty_result_says_what_to_drop(client):
    publish(specialty="neurology")
    page = text(client.get("/rotations/?specialty=neurology&state=TX"))

    assert "No rotation fits all of this." in page
    assert "without “State”</a>: 1 rotation" in page


def test_bad_filters_are_told_and_the_good_ones_apply(client):
    publish(specialty="neurology")
    publish(specialty="psychiatry")
    response = client.get("/rotations/?specialty=neurology&zip=99&price=-1&page=zzz")

    assert response.status_code == 200
    page = text(response)
    assert "Nobody knows this ZIP code" in page
    assert "greater than or equal to 0" in page
    assert "1 rotation, 1 date" in page


def test_the_calendar_counts_dates_and_leads_back_to_the_list(client):
    publish(2)
    page = text(client.get("/rotations/?view=calendar&state=NY"))

    assert "January 2027" in page
    assert "2 dates" in page
    assert 'href="?state=NY"' in page


def test_what_is_listed_elsewhere_is_shown_apart_and_not_bookable(client):
    make_listing(title="Puddle Observership (fictional)", url="https://list.example/7")
    page = text(client.get("/rotations/?q=puddle"))

    assert "Listed elsewhere: not bookable here" in page
    assert 'href="https://list.example/7"' in page
    assert "read Nov 27, 2026" in page


@pytest.mark.parametrize("count", [1, 3])
def test_many_results_take_as_many_queries(client, count, django_assert_num_queries):
    publish(count)
    client.get("/rotations/")

    with django_assert_num_queries(7):
        client.get("/rotations/?q=medicine&free=on&specialty=internal%20medicine")


def test_results_come_in_pages(client):
    site = make_site()
    for _ in range(21):
        make_term(make_rotation(site=site))
    refresh(rotations=Rotation.objects.values_list("id", flat=True))

    assert text(client.get("/rotations/")).count("<article") == 20
    assert text(client.get("/rotations/?page=2")).count("<article") == 1


def test_weeks_are_chosen_and_stay_chosen(client):
    short = make_term(make_rotation(title="Two weeks here"), weeks=2)
    long = make_term(make_rotation(title="Eight weeks here"), weeks=8)
    refresh(rotations=[short.rotation_id, long.rotation_id])

    page = text(client.get("/rotations/?weeks=2"))
    assert "Two weeks here" in page
    assert "Eight weeks here" not in page
    assert 'value="2" id="id_weeks_2" checked' in page
    assert 'value="8" id="id_weeks_8" >' in page
