"""The production profile as docs/operations.md says: migrate, collect, serve, on PostgreSQL."""

import http.client
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from typing import NamedTuple

import pytest

from tests.journeys.conftest import free_port, granian, wait_for
from tests.postgresql import private_cluster


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    port = free_port()
    with private_cluster() as socket:
        env = os.environ | {
            "DJANGO_SETTINGS_MODULE": "rounds.settings",
            "ROUNDS_PROFILE": "production",
            "ROUNDS_DATA": str(tmp_path_factory.mktemp("production")),
            "ROUNDS_SECRET_KEY": "correct-horse-battery-staple-" * 2,
            "ROUNDS_DATA_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "ROUNDS_ALLOWED_HOSTS": "rounds.example.org,127.0.0.1",
            "ROUNDS_DATABASE_URL": f"postgresql://rounds@/postgres?host={socket}",
            "ROUNDS_BEHIND_PROXY": "yes",
            "ROUNDS_EMAIL_URL": "submission://rounds:pass@mail.example.org",
            "ROUNDS_MAIL_FROM": "office@example.org",
        }
        for command in (
            ["migrate", "-v", "0"],
            ["createcachetable", "-v", "0"],
            ["collectstatic", "--noinput", "-v", "0"],
        ):
            subprocess.run([sys.executable, "-m", "django", *command], env=env, check=True)
        with granian(port, env):
            wait_for(f"http://127.0.0.1:{port}/")
            yield port


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    text: str


def ask(port: int, path: str, **headers: str) -> Answer:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers=headers)
        with connection.getresponse() as response:
            return Answer(response.status, response.headers, response.read().decode())


def behind_the_proxy(port: int, path: str) -> Answer:
    return ask(port, path, **{"Host": "rounds.example.org", "X-Forwarded-Proto": "https"})


def test_production_serves_its_pages_without_the_demos_banner(port):
    answer = behind_the_proxy(port, "/")

    assert answer.status == 200
    assert "Doors, not odds" in answer.text
    assert "a fictional demo world" not in answer.text
    assert answer.headers["Strict-Transport-Security"] == (
        "max-age=31536000; includeSubDomains; preload"
    )


def test_production_serves_its_style_named_by_content_for_good(port):
    page = behind_the_proxy(port, "/").text
    (style,) = [part for part in page.split('"') if part.endswith(".css")]

    answer = behind_the_proxy(port, style)

    assert (answer.status, answer.headers["Cache-Control"]) == (
        200,
        "max-age=315360000, public, immutable",
    )


def test_production_sends_plain_http_to_https(port):
    answer = ask(port, "/", Host="rounds.example.org")

    assert (answer.status, answer.headers["Location"]) == (301, "https://rounds.example.org/")


def test_production_answers_no_other_host(port):
    assert ask(port, "/healthz", Host="elsewhere.example.org").status == 400
