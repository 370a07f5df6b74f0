"""Solves what waits, one plan after the other, and tells how far it is."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any  # JSON

from django.conf import settings
from django.db import connection
from django.utils import timezone

from rounds.web.kit.refusal import Refusal
from rounds.web.planner.actions.solving import (
    fail_plan,
    finish_plan,
    keep_early,
    refuse_plan,
    still_working,
    take_plan,
    tell_progress,
)
from rounds.web.planner.bridge.problem import problem_for
from rounds.web.planner.bridge.solving import Ears, Told, solved
from rounds.web.planner.bridge.wishes import asked_again
from rounds.web.planner.models import Plan
from rounds.web.planner.queries.marks import marks_now

log = logging.getLogger(__name__)
BEAT_SECONDS, TELL_SECONDS = 5.0, 0.7


def solve_waiting(taken: Callable[[Plan | None], None] = lambda _: None) -> int:
    """Until nothing waits; how many plans were taken. ``taken`` hears which one is in hand."""
    count = 0
    while (plan := take_plan(now=timezone.now())) is not None:
        taken(plan)
        with heart(plan):
            solve(plan)
        taken(None)
        count += 1
    return count


def solve(plan: Plan) -> None:
    """Answer one plan that was taken; a failure is noted with it and never raised.

    The marks are read first: what changes while the search runs is then noticed afterwards.
    """
    marks = marks_now()
    try:
        told = _answered(plan)
    except Refusal as refusal:
        refuse_plan(plan=plan, problems=refusal.sentence.split("\n"), now=timezone.now())
    except Exception:
        log.exception("plan %s could not be made", plan.pk)
        fail_plan(plan=plan, now=timezone.now())
    else:
        finish_plan(plan=plan, told=told, marks=marks, now=timezone.now())


def _answered(plan: Plan) -> Told:
    asked = asked_again(plan.wishes, season_year=plan.season_year)
    problem = problem_for(plan.user, asked, today=timezone.localdate())
    ears = Ears(
        progress=_now_and_then(lambda told: tell_progress(plan=plan, progress=told, now=_now())),
        early=lambda told: keep_early(plan=plan, told=told, now=_now()),
    )
    return solved(problem, seconds=settings.PLAN_SECONDS, ears=ears)


_now = timezone.now


def _now_and_then(tell: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, Any]], None]:
    """The first words and every new stage at once, others not more often than people read."""
    last: list[tuple[float, object]] = []

    def heard(told: dict[str, Any]) -> None:
        now, stage = monotonic(), (told.get("stage"), told.get("is_proven"))
        if not last or now - last[0][0] >= TELL_SECONDS or last[0][1] != stage:
            last[:] = [(now, stage)]
            tell(told)

    return heard


@contextmanager
def heart(plan: Plan) -> Iterator[None]:
    """Signs of life from a thread beside the search, for as long as it runs."""
    done = threading.Event()

    def beat() -> None:
        while not done.wait(BEAT_SECONDS):
            if not still_working(plan=plan, now=timezone.now()):
                break
        connection.close()

    thread = threading.Thread(target=beat, name="heart", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
