import os
import subprocess
import sys

SITE = "from rounds.cli.site import load_site, need_tables; load_site(); need_tables()"


def run(tmp_path, *commands, **env):
    told = {k: v for k, v in os.environ.items() if not k.startswith(("ROUNDS_", "DJANGO_"))}
    told |= {"ROUNDS_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "rounds.settings", **env}
    for command in commands:
        said = subprocess.run(
            [sys.executable, *command], env=told, capture_output=True, text=True, check=False
        )
    return said.returncode, said.stdout + said.stderr


def test_a_site_with_its_tables_can_be_worked_on(tmp_path):
    assert run(tmp_path, ["-m", "django", "migrate", "-v", "0"], ["-c", SITE]) == (0, "")


def test_a_site_without_its_tables_says_what_to_run_first(tmp_path):
    status, said = run(tmp_path, ["-c", SITE])

    assert status == 1
    assert "First run: django-admin migrate" in said


def test_settings_that_do_not_hold_are_told_in_words(tmp_path):
    status, said = run(tmp_path, ["-c", SITE], ROUNDS_PROFILE="production")

    assert status == 1
    assert "ROUNDS_SECRET_KEY: Environment variable not set." in said
