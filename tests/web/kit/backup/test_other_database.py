"""An installation moves from SQLite to PostgreSQL and back, and nobody sees a difference."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.cli.site_command import ROUNDS, environment, migrated, run

SOCKET = os.environ.get("ROUNDS_TEST_POSTGRESQL", "")
PAGES = """
import django; django.setup()
import re
from django.test import Client
from rounds.web.accounts.models import User
def client_of(email):
    client = Client(SERVER_NAME="localhost")
    if email:
        client.force_login(User.objects.get(email=email), BACKEND)
    return client
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
stranger, applicant, owner = map(client_of, ("", APPLICANT, OWNER))
found = stranger.get("/rotations/?q=neurology").content.decode()
slug = re.search(r'href="(/rotations/[^"?]+/)"', found.split("<article")[1])[1]
site = re.search(r'href="(/sites/[^"?]+/)"', found)[1]
seen = [
    (stranger, "/rotations/?q=neurology"), (stranger, "/rotations/?view=calendar"),
    (stranger, slug), (stranger, site), (applicant, "/me/facts/"),
    (applicant, "/me/facts/statuses/"), (applicant, slug), (owner, "/desk/"),
    (owner, "/desk/rotations/"), (owner, "/desk/rotations/1/history/"), (owner, "/desk/staff/"),
]
for client, address in seen:
    answer = client.get(address)
    print(address, answer.status_code)
    print(re.sub(r"csrf[^>]*>", "", answer.content.decode()))
"""
PEOPLE = """
import django; django.setup()
from rounds.web.accounts.models import StaffMember, User
applicant = User.objects.filter(staff_member=None).order_by("pk").first()
owner = StaffMember.objects.filter(role="owner").order_by("pk").first().user
print(applicant.email, owner.email)
"""
GROW = """
import django; django.setup()
from rounds.web.accounts.models import User
from rounds.web.catalog.models import Site
before = Site.objects.order_by("-pk").first().pk
print(Site.objects.create(slug="later", name="Later").pk > before)
print(User.objects.create_user("later@applicant.example").pk > 0)
Site.objects.filter(slug="later").delete()
User.objects.filter(email="later@applicant.example").delete()
"""


def python(code, env):
    """What a program says on an installation."""
    said = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    return said.stdout


@pytest.fixture
def on_postgresql():
    """The environment of an empty, migrated installation on a PostgreSQL database of its own."""
    if not SOCKET:
        pytest.skip("told on PostgreSQL, where both databases are there")
    with psycopg.connect(host=SOCKET, user="rounds", dbname="postgres", autocommit=True) as admin:
        admin.execute("DROP DATABASE IF EXISTS elsewhere")
        admin.execute("CREATE DATABASE elsewhere")
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings", "ROUNDS_TEST_DATABASE": "elsewhere",
        "COLUMNS": "200", "PYTHONPATH": str(Path.cwd()),
    }  # fmt: skip
    for command in (["migrate", "-v", "0"], ["createcachetable", "-v", "0"]):
        subprocess.run([sys.executable, "-m", "django", *command], env=env, check=True)
    yield env
    with psycopg.connect(host=SOCKET, user="rounds", dbname="postgres", autocommit=True) as admin:
        admin.execute("DROP DATABASE elsewhere")


def test_there_and_back_with_the_same_pages(tmp_path, on_postgresql):
    here, again = migrated(tmp_path / "here"), migrated(tmp_path / "again")
    assert run(here, "demo", "--site")[0] == 0
    applicant, owner = python(PEOPLE, environment(here)).split()
    pages = PAGES.replace("APPLICANT", repr(applicant)).replace("OWNER", repr(owner))
    seen = python(pages, environment(here))
    there, back = tmp_path / "there.zip", tmp_path / "back.zip"

    assert run(here, "backup", there)[0] == 0
    subprocess.run([ROUNDS, "restore", there, "--without-keys"], env=on_postgresql, check=True)
    assert python(pages, on_postgresql) == seen
    assert python(GROW, on_postgresql).split() == ["True", "True"]

    subprocess.run([ROUNDS, "backup", back], env=on_postgresql, check=True)
    assert run(again, "restore", back, "--without-keys")[0] == 0
    assert python(pages, environment(again)) == seen
    assert seen.count(" 200\n") == 11
