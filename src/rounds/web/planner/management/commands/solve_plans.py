"""``solve_plans``: what a worker starts to answer the plans that wait."""

import os
import sys
import threading

from django.core.management.base import BaseCommand

from rounds.web.planner.actions.solving import let_go
from rounds.web.planner.models import Plan
from rounds.web.planner.worker import solve_waiting

KINDNESS = 19


class Command(BaseCommand):
    """Ends when nothing waits, or when the worker that started it is gone."""

    help = "Answer the plans that wait; started by workers, and never by hand."

    def handle(self, *_args: object, **_told: object) -> None:
        os.nice(KINDNESS)  # pages and mail come first
        in_hand: list[Plan | None] = [None]

        def taken(plan: Plan | None) -> None:
            in_hand[0] = plan

        end_with(sys.stdin.fileno(), in_hand)
        solve_waiting(taken)


def end_with(parent: int, in_hand: list[Plan | None]) -> None:
    """When the pipe from the worker closes, let the plan go and end at once."""

    def watch() -> None:
        while os.read(parent, 1):
            pass
        plan = in_hand[0]
        if plan is not None:
            let_go(plan=plan)
        os._exit(0)

    threading.Thread(target=watch, name="parent", daemon=True).start()
