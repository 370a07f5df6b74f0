"""What workers do for plans: see to it that a solver runs."""

import subprocess
import sys

from django.conf import settings
from django.utils import timezone

from rounds.web.planner.actions import following
from rounds.web.planner.queries.plans import solvers_at_work, waiting_plans

_started: list[subprocess.Popen[bytes]] = []


def start_solver() -> None:
    """Start a process that solves what waits, unless enough of them run.

    A process of its own, so that searching holds up neither pages nor mail. It ends with the
    worker that started it: its standard input is a pipe from here.
    """
    now = timezone.now()
    _started[:] = [one for one in _started if one.poll() is None]
    waiting = waiting_plans(now=now).exists()
    enough = max(len(_started), solvers_at_work(now=now)) >= settings.SOLVERS
    if waiting and not enough:
        _started.append(
            subprocess.Popen([sys.executable, "-m", "django", "solve_plans"], stdin=subprocess.PIPE)
        )


def look_after_plans() -> None:
    """By the clock: plans that wait, and plans whose solver has fallen silent, get a solver."""
    start_solver()


def follow_plans() -> None:
    """By the clock: is every saved plan still as it was?"""
    following.follow_plans(at=timezone.now())
