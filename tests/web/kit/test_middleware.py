import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from rounds.web.kit.middleware import loopback_only


def respond(request):
    return HttpResponse("here")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("127.0.0.1", 200),
        ("127.9.9.9", 200),
        ("::1", 200),
        ("192.0.2.7", 403),
        ("2001:db8::7", 403),
        ("0.0.0.0", 403),
    ],
)
def test_the_demo_answers_this_machine_alone(address, status):
    request = RequestFactory().get("/", REMOTE_ADDR=address)

    assert loopback_only(respond)(request).status_code == status


def test_the_demo_site_has_this_wall(client):
    assert client.get("/").status_code == 200
    assert client.get("/", REMOTE_ADDR="192.0.2.7").status_code == 403


def test_a_refusal_becomes_a_page_that_says_its_sentence(client, settings):
    settings.ROOT_URLCONF = "tests.web.failing_urls"

    response = client.get("/refused")

    assert response.status_code == 409
    assert "This term is full. Choose another week." in response.content.decode()


def test_a_bug_is_left_to_fly(client, settings):
    settings.ROOT_URLCONF = "tests.web.failing_urls"

    with pytest.raises(ValueError, match="a bug"):
        client.get("/broken")


def test_features_of_the_browser_are_switched_off_on_every_page(client, db):
    policy = client.get("/healthz").headers["Permissions-Policy"]

    assert policy == "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
