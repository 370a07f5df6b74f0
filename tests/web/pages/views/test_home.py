import pytest
from django.db import OperationalError, connection
from django.test import Client, override_settings

pytestmark = pytest.mark.django_db


def test_home_says_who_it_is_for_and_what_rounds_counts(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/")

    page = response.content.decode()
    assert response.status_code == 200
    assert page.count("<h1") == 1
    for sentence in ["For international medical graduates", "Doors, not odds", "Undecided"]:
        assert sentence in page


def test_the_demo_says_that_it_is_one_and_production_does_not(client):
    assert "a fictional demo world" in client.get("/").content.decode()
    with override_settings(PROFILE="production"):
        assert "a fictional demo world" not in client.get("/").content.decode()


def test_every_page_forbids_scripts_frames_and_other_sites(client):
    headers = client.get("/").headers

    assert sorted(headers["Content-Security-Policy"].split("; ")) == [
        "base-uri 'none'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "style-src 'self'",
    ]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_an_unknown_address_gets_a_page_that_helps(client):
    response = client.get("/no-such-page")

    assert response.status_code == 404
    assert "There is no page at this address" in response.content.decode()


def test_a_bug_gets_a_page_that_says_what_to_do(settings):
    settings.ROOT_URLCONF = "tests.web.failing_urls"

    response = Client(raise_request_exception=False).get("/broken")

    assert response.status_code == 500
    assert "Something broke on our side" in response.content.decode()
    assert "a bug" not in response.content.decode()


def test_health_says_ok_with_one_query(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")


def test_health_says_so_when_the_database_does_not_answer(client):
    def refuse(execute, sql, params, many, context):
        raise OperationalError("gone")

    with connection.execute_wrapper(refuse):
        response = client.get("/healthz")

    assert (response.status_code, response.content) == (503, b"The database does not answer.\n")


@pytest.mark.parametrize("address", ["/", "/healthz"])
def test_pages_that_only_show_refuse_to_be_posted_to(client, address):
    assert client.post(address).status_code == 405
