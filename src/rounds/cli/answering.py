"""Answer a problem under the clock of this machine."""

from collections.abc import Callable
from time import monotonic

from rounds.core.planner.plan import Plan
from rounds.core.planner.problem import Problem
from rounds.core.planner.report import answering
from rounds.core.planner.report.answer import Answer
from rounds.core.planner.report.answering import Said


def answer_to(
    problem: Problem,
    *,
    seconds: int,
    progress: Callable[[Plan], None] | None = None,
    stage: Said = lambda _: None,
) -> Answer:
    """The plan within ``seconds`` with its explanations; raises BadInput as the core does."""
    return answering.answer_to(
        problem, seconds=seconds, clock=monotonic, progress=progress, stage=stage
    )
