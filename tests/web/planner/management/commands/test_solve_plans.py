import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from rounds.web.planner.management.commands import solve_plans
from rounds.web.planner.models import Plan
from tests.web.planner.makers import make_plan, make_world

SETTINGS = """\
import os
from tests.settings import *
from tests.settings import DATABASES
DATABASES["default"]["NAME"] = os.environ["ROUNDS_TEST_DATABASE"]
"""


@pytest.fixture
def environment(committed, tmp_path):
    """A process started with this sees the database of the test."""
    (tmp_path / "solver_settings.py").write_text(SETTINGS, encoding="utf-8")
    root = Path(__file__).resolve().parents[5]
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "solver_settings",
        "PYTHONPATH": f"{tmp_path}:{root}",
        "ROUNDS_TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }


def test_the_process_answers_what_waits_and_ends(applicant, environment):
    make_world(applicant)
    plan = make_plan(applicant)

    command = [sys.executable, "-m", "django", "solve_plans"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as process:
        assert process.wait(timeout=120) == 0
    plan.refresh_from_db()
    assert (plan.state, plan.run) == ("done", 1)
    assert plan.headline.startswith("With these two rotations")


def test_without_its_worker_the_process_lets_its_plan_go(applicant, monkeypatch):
    ended, left = [], []
    monkeypatch.setattr(solve_plans.os, "_exit", ended.append)
    monkeypatch.setattr(solve_plans, "let_go", lambda **told: left.append(told["plan"]))
    reading, writing = os.pipe()
    plan = Plan(pk=1)
    solve_plans.end_with(reading, [plan])
    os.close(writing)
    while not ended:
        pass

    assert (left, ended) == ([plan], [0])
    os.close(reading)
