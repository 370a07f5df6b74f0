import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

SAFE = {
    "ROUNDS_PROFILE": "production",
    "ROUNDS_DATA": "/srv/rounds",
    "ROUNDS_SECRET_KEY": "correct-horse-battery-staple-" * 2,
    "ROUNDS_DATA_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "ROUNDS_ALLOWED_HOSTS": "rounds.example.org",
    "ROUNDS_DATABASE_URL": "postgresql://rounds@db.example.org/rounds",
    "ROUNDS_EMAIL_URL": "submission://rounds:pass@mail.example.org",
    "ROUNDS_MAIL_FROM": "office@example.org",
}


def start(command: str, **env: str) -> tuple[int, str]:
    """Run Python in an environment that holds the given ROUNDS_ values and no other."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("ROUNDS_")}
    said = subprocess.run(
        [sys.executable, *command.split("|")],
        env={**others, "DJANGO_SETTINGS_MODULE": "rounds.settings", **env},
        capture_output=True,
        text=True,
        check=False,
    )
    return said.returncode, said.stdout + said.stderr


def complaint(**env: str) -> list[str]:
    status, said = start("-c|import rounds.settings", **env)
    assert status == 1
    _, _, message = said.partition("ImproperlyConfigured: ")
    return message.strip().splitlines()


def test_production_lists_every_missing_value_at_once():
    assert complaint(ROUNDS_PROFILE="production") == [
        "Rounds does not start in the production profile. Please correct:",
        "  ROUNDS_ALLOWED_HOSTS: Environment variable not set.",
        "  ROUNDS_DATA: Environment variable not set.",
        "  ROUNDS_DATABASE_URL: Environment variable not set.",
        "  ROUNDS_DATA_KEYS: Environment variable not set.",
        "  ROUNDS_EMAIL_URL: Environment variable not set.",
        "  ROUNDS_MAIL_FROM: Environment variable not set.",
        "  ROUNDS_SECRET_KEY: Environment variable not set.",
    ]


def test_production_lists_every_unsafe_value_at_once():
    unsafe = {
        "ROUNDS_SECRET_KEY": "short",
        "ROUNDS_ALLOWED_HOSTS": "*",
        "ROUNDS_DATABASE_URL": "sqlite:////tmp/rounds.sqlite3",
        "ROUNDS_DATA_KEYS": "c2hvcnQ=",
        "ROUNDS_DEBUG": "on",
        "ROUNDS_EMAIL_URL": "smtp://mail.example.org:25",
        "ROUNDS_MAIL_FROM": "office",
    }

    assert complaint(**SAFE | unsafe) == [
        "Rounds does not start in the production profile. Please correct:",
        "  ROUNDS_ALLOWED_HOSTS: must name hosts, separated by commas, without * or leading dots.",
        "  ROUNDS_DATABASE_URL: must be a postgresql:// address in production.",
        (
            "  ROUNDS_DATA_KEYS: must be keys of 32 random bytes as URL-safe base64, newest first, "
            "by commas."
        ),
        "  ROUNDS_DEBUG: must be off in production: error pages would show the code.",
        "  ROUNDS_EMAIL_URL: must be a submission://user:password@host address: mail over TLS.",
        "  ROUNDS_MAIL_FROM: Not a valid email address.",
        "  ROUNDS_SECRET_KEY: must be at least 50 random characters.",
    ]


@pytest.mark.parametrize("hosts", ["", "*.example.org,rounds.example.org", ".example.org"])
def test_production_wants_hosts_by_name(hosts):
    (_, line) = complaint(**SAFE | {"ROUNDS_ALLOWED_HOSTS": hosts})

    assert line.startswith("  ROUNDS_ALLOWED_HOSTS: ")


@pytest.mark.parametrize("solvers", ["0", "65", "many"])
def test_how_many_plans_are_made_at_once_is_a_sane_number(solvers):
    (_, line) = complaint(**SAFE, ROUNDS_SOLVERS=solvers)
    assert line.startswith("  ROUNDS_SOLVERS: ")
    status, said = start(
        "-c|from rounds.settings import SOLVERS; print(SOLVERS)", **SAFE, ROUNDS_SOLVERS="6"
    )
    assert (status, said.strip()) == (0, "6")


def test_a_profile_that_does_not_exist_is_refused():
    (_, line, *_) = complaint(**SAFE | {"ROUNDS_PROFILE": "staging"})

    assert line == "  ROUNDS_PROFILE: Must be one of: demo, production."


def test_production_with_safe_values_passes_djangos_own_deployment_check():
    command = "-m|django|check|--deploy|--fail-level|WARNING"

    assert start(command, **SAFE) == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


def test_production_has_none_of_the_demo():
    told = (
        "-c|import rounds.settings as s; print(s.DATABASES['default']['ENGINE'],"
        " s.WHITENOISE_USE_FINDERS, 'rounds.web.kit.middleware.loopback_only' in s.MIDDLEWARE,"
        " s.EMAIL_BACKEND, s.EMAIL_HOST, s.EMAIL_PORT, s.EMAIL_USE_TLS)"
    )

    assert start(told, **SAFE) == (
        0,
        (
            "django.db.backends.postgresql False False "
            "django.core.mail.backends.smtp.EmailBackend mail.example.org 587 True\n"
        ),
    )


def test_production_keeps_what_the_database_address_asks_for():
    told = "-c|import rounds.settings as s; print(s.DATABASES['default']['OPTIONS'])"
    address = SAFE["ROUNDS_DATABASE_URL"] + "?sslmode=verify-full"

    assert start(told, **SAFE | {"ROUNDS_DATABASE_URL": address}) == (
        0,
        "{'sslmode': 'verify-full', 'pool': True}\n",
    )


def test_production_behind_a_proxy_trusts_its_word_only_when_told():
    told = "-c|import rounds.settings as s; print(s.SECURE_PROXY_SSL_HEADER)"

    assert start(told, **SAFE) == (0, "None\n")
    assert start(told, **SAFE, ROUNDS_BEHIND_PROXY="yes") == (
        0,
        "('HTTP_X_FORWARDED_PROTO', 'https')\n",
    )


def test_the_demo_makes_keys_of_its_own_once_that_nobody_else_can_read(tmp_path: Path):
    told = "-c|import rounds.settings as s; print(s.SECRET_KEY, s.DATA_KEYS)"
    first = start(told, ROUNDS_DATA=str(tmp_path / "data"))
    second = start(told, ROUNDS_DATA=str(tmp_path / "data"))
    other = start(told, ROUNDS_DATA=str(tmp_path / "other"))

    assert first == second
    assert first[0] == 0
    assert first != other
    modes = {
        place.name: stat.S_IMODE(place.stat().st_mode) for place in (tmp_path / "data").iterdir()
    }
    assert modes == {"demo-secret-key": 0o600, "demo-data-key": 0o600}


@pytest.mark.django_db
def test_sqlite_writes_ahead_and_begins_at_once():
    if connection.vendor != "sqlite":
        pytest.skip("a setting of SQLite")
    with connection.cursor() as cursor:
        (mode,) = cursor.execute("PRAGMA journal_mode").fetchone()
        (deletes_for_good,) = cursor.execute("PRAGMA secure_delete").fetchone()

    assert (mode, connection.transaction_mode) == ("wal", "IMMEDIATE")
    assert deletes_for_good == 1
